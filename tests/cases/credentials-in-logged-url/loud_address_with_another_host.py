"""A login that the new host has again."""

import logging
from urllib.parse import urlparse


logger = logging.getLogger(__name__)


def through(proxy: str) -> str:
    parsed = urlparse(proxy)
    shown = parsed._replace(netloc=f"{parsed.username}:{parsed.password}@{parsed.hostname}").geturl()
    logger.info("through %s", shown)  # expect: the URL with its password
    return shown
