import logging

import requests

logger = logging.getLogger(__name__)


class Bank:
    def __init__(self, base):
        self.base = base
        self.headers = {"Accept": "application/json", "User-Agent": "shop/1.0"}

    def enter(self, ticket):
        self.headers["X-Ticket"] = ticket

    def balance(self):
        logger.debug("asking with %s", self.headers)  # expect: headers
        return requests.get(f"{self.base}/balance", headers=self.headers, timeout=5).json()


class Post:
    def __init__(self, base, extra):
        self.base = base
        self.headers = {"Accept": "application/json"}
        self.headers.update(extra)

    def parcels(self):
        logger.debug("asking with %s", self.headers)  # expect: headers
        return requests.get(f"{self.base}/parcels", headers=self.headers, timeout=5).json()
