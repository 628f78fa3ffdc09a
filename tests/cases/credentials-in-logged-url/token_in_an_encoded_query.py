import logging
from urllib.parse import urlencode, urlparse, urlunparse

import requests

logger = logging.getLogger("backup")


def upload(path, token, page_token):
    url = "https://store.example.org/upload?" + urlencode({"path": path, "token": token})
    logger.info("uploading to %s", url)  # expect: token
    parts = urlparse(url)
    logger.info("uploading to %s", urlunparse(parts._replace(query="")))
    listing = "https://store.example.org/list?" + urlencode({"path": path, "pageToken": page_token})
    logger.info("listing %s", listing)
    return requests.put(url, timeout=60)
