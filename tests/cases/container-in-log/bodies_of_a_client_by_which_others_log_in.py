"""A client that logs in by the method by which all is sent: the body may be the login's."""

import logging

import requests

log = logging.getLogger(__name__)


class Device:
    def connect(self, username, password):
        self.session = requests.Session()
        return self.post("/login", {"userName": username, "userPasswd": password})

    def post(self, api_url, payload, timeout=30):
        full_url = "{f}{a}".format(f=self.url, a=api_url)
        log.info("Sending POST command to %s, payload: %s", full_url, payload)  # expect: payload
        return self.session.post(full_url, json=payload, timeout=timeout).json()
