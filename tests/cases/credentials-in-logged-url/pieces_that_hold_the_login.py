import logging
import os

log = logging.getLogger(__name__)

DATABASE_URL = os.environ["DATABASE_URL"]
SLACK_WEBHOOK_URL = os.environ["SLACK_WEBHOOK_URL"]


def started():
    log.info("database at %s", DATABASE_URL.split("://")[1])  # expect: the database URL
    log.info("server %s", DATABASE_URL.rsplit("/", 1)[0])  # expect: the database URL
    log.info("hook %s", SLACK_WEBHOOK_URL.rsplit("/", 1)[-1])  # expect: the webhook URL
