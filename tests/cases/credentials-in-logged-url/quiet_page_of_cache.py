"""An address of a web server with a folder called cache, in the text of an error."""

import logging

import requests

log = logging.getLogger(__name__)


def image(config, target):
    base_url = config.get("graphs_url", "").rstrip("/")
    cache_url = f"{base_url}/cache/{target}.png"
    try:
        answer = requests.get(cache_url, timeout=10)
        answer.raise_for_status()
    except Exception as error:
        log.warning("no graph for %s: %s", target, error)
        return None
    return answer.content
