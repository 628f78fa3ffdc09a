import logging
import os

import requests

logger = logging.getLogger(__name__)


def fetch(url, params):
    params["api_key"] = os.environ["SHOP_KEY"]
    logger.debug("GET %s with %s", url, params)  # expect: its text shows the API key
    return requests.get(url, params=params, timeout=5)
