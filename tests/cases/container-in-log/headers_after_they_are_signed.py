"""Headers that are written behind the line that puts the credential in, or of which nobody knows who signs them."""

import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def __init__(self, base, token):
        self.base = base
        self.token = token
        self.session = requests.Session()

    def request(self, method, path, headers=None):
        headers = dict(headers or {})
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        log.debug("%s %s %s", method, path, headers)  # expect: token
        return self.session.request(method, self.base + path, headers=headers)

    def signed(self):
        return {"X-Auth-Token": self.token}

    def fetch(self, path, headers):
        headers.update(self.signed())
        log.debug("GET %s %s", path, headers)  # expect: shows the token
        return self.session.get(self.base + path, headers=headers)

    def send(self, path, headers):
        headers["Accept"] = "application/json"
        log.debug("POST %s %s", path, headers)  # expect: the headers
        return self.session.post(self.base + path, headers=headers)
