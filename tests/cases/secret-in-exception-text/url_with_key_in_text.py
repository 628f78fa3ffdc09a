import logging

import requests

log = logging.getLogger(__name__)


class FeedError(RuntimeError):
    pass


def fetch(base, api_key):
    response = requests.get(base, params={"api_key": api_key}, timeout=5)
    if response.status_code != 200:
        raise FeedError(f"{base}?api_key={api_key} answered {response.status_code}")  # expect: key
    return response.json()


def refresh(base, api_key):
    try:
        return fetch(base, api_key)
    except Exception as error:
        log.error(f"feed is not available: {error}")
        return []
