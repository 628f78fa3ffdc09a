"""The login is replaced in the address, in each of the ways in which this is written."""

import logging
from urllib.parse import urlparse

logger = logging.getLogger(__name__)


def by_replacing(database_url):
    parts = urlparse(database_url)
    parts = parts._replace(netloc=parts.netloc.replace(parts.password, "***"))
    logger.info("connecting to %s", parts.geturl())


def by_a_template(database_url):
    parts = urlparse(database_url)
    shown = parts._replace(netloc="{}:{}@{}".format(parts.username, "***", parts.hostname))
    logger.info("connecting to %s", shown.geturl())


def by_cutting(database_url):
    shown = database_url.rsplit("@", 1)[1] if "@" in database_url else database_url
    logger.info("connecting to %s", shown)
