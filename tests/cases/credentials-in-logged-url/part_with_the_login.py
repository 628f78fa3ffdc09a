"""The part of a database's address in which user and password stand."""

import logging
import os
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)


def connect():
    database_url = os.environ["DATABASE_URL"]
    parts = urlsplit(database_url)
    logger.info("connecting to %s", parts.netloc)  # expect: database URL
    logger.info("connecting to %s:%s", parts.hostname, parts.port)
    return parts
