"""Patterns that stand elsewhere, in a list or under a name, take the login out of an address."""

import logging
import re

logger = logging.getLogger(__name__)
LOGIN = r":\/\/[a-zA-Z0-9_-]+:[\S]+@"


def clean(line):
    return re.sub(LOGIN, "://*:*@", line)


def remove_url_creds(url):
    for pattern, mask in {r"key=\S+": "key=-", r"pass=\S+": "pass=-"}.items():
        url = re.sub(pattern, mask, url)
    return url


def probe(user, password, api_key):
    logger.info("probing %s", clean(f"rtsp://{user}:{password}@camera/1"))
    logger.info("asking %s", remove_url_creds(f"https://api.shop.test/tiers?api_key={api_key}"))
