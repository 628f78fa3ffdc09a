import logging

import requests

logger = logging.getLogger(__name__)


def fetch(address, settings):
    github_token = settings.github_token
    try:
        return requests.get(address, params={"token": github_token}, timeout=10).content
    except requests.exceptions.RequestException as error:
        text = str(error).replace(address, "...") if address else str(error)
        logger.debug(f"could not fetch: {text}")  # expect: the token
        return b""
