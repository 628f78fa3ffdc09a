import logging
import os

logger = logging.getLogger(__name__)

DATABASE_URL = os.environ["DATABASE_URL"]


def migrate():
    logger.info("migrating %s", DATABASE_URL)  # expect: url
