import logging
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)


def with_login(url, user, password):
    parts = urlsplit(url)
    full = parts._replace(netloc=f"{user}:{password}@{parts.hostname}").geturl()
    logger.debug("fetching %s", full)  # expect: url|password
    return full
