import logging

import requests

logger = logging.getLogger(__name__)


def _as_dict(headers):
    try:
        return dict(headers)
    except TypeError:
        return {}


def ask(url):
    answer = requests.get(url, timeout=10)
    logger.debug("asked with %s", _as_dict(answer.request.headers))  # expect: the request's headers
    return answer.json()
