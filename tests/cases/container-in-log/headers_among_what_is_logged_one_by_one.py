"""A helper that takes any number of values logs each of them whole."""

import logging

logger = logging.getLogger(__name__)


def show(url, *lines):
    logger.debug("asked %s", url)
    for line in lines:
        logger.debug(line)  # expect: its text shows the token


def fetch(url, token, client):
    headers = {"Accept": "text/csv"}
    headers["Authorization"] = f"Bearer {token}"
    show(url, f"with {headers}")
    return client.get(url, headers=headers)
