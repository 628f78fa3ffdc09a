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
    logger.debug("answered %s %s", answer.status_code, _as_dict(getattr(answer, "headers", {})))
    return answer.json()
