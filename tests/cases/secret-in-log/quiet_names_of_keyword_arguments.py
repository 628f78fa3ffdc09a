import logging

import requests

logger = logging.getLogger(__name__)


class Transport:
    def request(self, method, path, **kwargs):
        logger.debug("%s %s with %s", method, path, sorted(kwargs))
        logger.debug("%s %s with %s", method, path, ", ".join(kwargs))
        return requests.request(method, f"https://example.com{path}", timeout=5, **kwargs)


def login(user, password):
    return Transport().request("POST", "/login", json={"user": user, "password": password})


def hook(url, secret):
    return Transport().request("POST", "/hooks", json={"url": url, "secret": secret})
