"""What a function sends to the address of a login, and to nothing else there, holds one."""

import logging

import requests

log = logging.getLogger(__name__)


class Client:
    LOGIN_URL = "https://example.org/api/v1/login"

    def start(self, payload):
        log.info("POST %s", payload)  # expect: the body reaches log.info()
        return self.session.post(self.LOGIN_URL, json=payload)


def at_a_place(base, data):
    log.info("POST %s", data)  # expect: the body reaches log.info()
    return requests.post(f"{base}/login", json=data)


def by_a_name(base, payload):
    url = base + "/oauth/token"
    log.info("POST %s", payload)  # expect: the body reaches log.info()
    return requests.post(url, data=payload)
