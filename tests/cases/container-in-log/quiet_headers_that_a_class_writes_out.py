import logging

import requests

logger = logging.getLogger(__name__)


class Catalogue:
    """Open to everybody, without a login."""

    def __init__(self, base):
        self.base = base
        self.headers = {"Accept": "application/json", "User-Agent": "shop/1.0"}

    def search(self, words):
        logger.debug("searching for %s with %s", words, self.headers)
        return requests.get(f"{self.base}/search", params={"q": words}, headers=self.headers, timeout=5).json()
