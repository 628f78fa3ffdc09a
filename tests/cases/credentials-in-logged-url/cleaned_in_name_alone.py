"""A function that is called after what it takes out, and takes out blanks."""

import logging

logger = logging.getLogger(__name__)


def strip_password(url):
    return url.strip()


def ask(api_key):
    logger.info("asking %s", strip_password(f"https://api.shop.test/tiers?api_key={api_key}"))  # expect: the URL with its API key
