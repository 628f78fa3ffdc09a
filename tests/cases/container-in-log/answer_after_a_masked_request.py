"""The request's record hides the password, the answer's nothing."""

import logging

import requests

log = logging.getLogger(__name__)


class Recorder:
    def __init__(self, url, username, password):
        self.url = url
        self.username = username
        self.password = password
        self.token = None

    def login(self):
        body = {"user": self.username, "password": self.password}
        log.debug("request: %s", str(body).replace(self.password, "<password>"))
        response = requests.post(self.url + "/login", json=body)
        log.debug("answer: %s", response.text)  # expect: the response's body reaches log.debug()
        self.token = response.json()["token"]
