"""What is replaced is another part than the login."""

import logging
from urllib.parse import urlparse

logger = logging.getLogger(__name__)


def start(database_url):
    parts = urlparse(database_url)
    shown = parts._replace(netloc="{}:{}@{}".format(parts.username, parts.password, parts.hostname))
    logger.info("connecting to %s", shown.geturl())  # expect: URL with its password


def by_cutting(database_url):
    shown = database_url.rsplit("/", 1)[0] if "/" in database_url else database_url
    logger.info("connecting to %s", shown)  # expect: reaches logger.info()
