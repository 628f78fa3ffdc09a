import logging
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)


def connect(database_url):
    parts = urlsplit(database_url)
    logger.info("connecting to %s:%s%s", parts.hostname, parts.port, parts.path)
    logger.info("scheme %s, password given: %s", parts.scheme, parts.password is not None)
    return parts
