"""What is sent to another address, or to have a token checked or given up, is no login by its name."""

import logging

import requests

log = logging.getLogger(__name__)


class Client:
    LOGIN_URL = "https://example.org/api/v1/login"
    USERS_URL = "https://example.org/api/v1/users"

    def start(self, payload):
        log.info("POST %s", payload)
        return self.session.post(self.USERS_URL, json=payload)

    def look(self, payload):
        log.info("keeps %s", payload)
        self.store.keep(payload)
        return self.session.get(self.LOGIN_URL)


def at_a_place(base, data):
    log.info("POST %s", data)
    return requests.post(f"{base}/loginless", json=data)


def about_logins(base, payload):
    log.info("POST %s", payload)
    return requests.post(f"{base}/login/{payload['number']}/devices", json=payload)


def given_up(base, payload):
    log.info("POST %s", payload)
    return requests.post(f"{base}/revoke_token", data=payload)
