import logging
import os

log = logging.getLogger(__name__)

DATABASE_URL = os.environ["DATABASE_URL"]


def started():
    log.info("driver %s", DATABASE_URL.split("://")[0])
    log.info("driver %s", DATABASE_URL.split(":", 1)[0])
    log.info("database %s", DATABASE_URL.rsplit("/", 1)[-1])
