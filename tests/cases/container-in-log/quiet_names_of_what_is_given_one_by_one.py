"""Of a dict a loop gives the keys, and of many values only those that were given."""

import logging

logger = logging.getLogger(__name__)


def show(url, *lines, **fields):
    for line in lines:
        logger.debug(line)
    for name in fields:
        logger.debug("with %s", name)


def fetch(url, token, client):
    headers = {"Authorization": f"Bearer {token}"}
    for name in headers:
        logger.debug("header %s", name)
    show(url, "asked", headers=headers)
    return client.get(url, headers=headers)
