import logging

import requests

logger = logging.getLogger(__name__)


def quote(symbol, api_key):
    url = f"https://quotes.example/v1?symbol={symbol}&apikey={api_key}"
    logger.debug("GET %s", url)  # expect: key|url
    return requests.get(url, timeout=5).json()
