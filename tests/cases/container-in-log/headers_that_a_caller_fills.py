import logging

import requests

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, token):
        self.token = token

    def items(self):
        return self._send("GET", "/items", headers={"Authorization": f"Bearer {self.token}"})

    def _send(self, method, path, headers=None):
        logger.debug("%s %s with %s", method, path, headers)  # expect: its text shows the token
        return requests.request(method, path, headers=headers, timeout=5)


def deliver(method, url, headers):
    logger.debug("%s %s with %s", method, url, headers)  # expect: the headers reach logger.debug()
    return requests.request(method, url, headers=headers, timeout=5)
