"""Headers that are written before the function itself puts the credential in, and a query in a language of its own."""

import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def __init__(self, base, username, password):
        self.base = base
        self.username = username
        self.password = password
        self.session = requests.Session()
        self.token = None

    def login(self):
        answer = self.session.post(f"{self.base}/login", json={"username": self.username, "password": self.password})
        self.token = answer.json()["token"]

    def request(self, method, path, headers=None):
        headers = dict(headers or {})
        log.debug("%s %s %s", method, path, headers)
        headers["Authorization"] = f"Bearer {self.token}"
        return self.session.request(method, self.base + path, headers=headers)

    def signed(self):
        return {"X-Auth-Token": self.token}

    def fetch(self, path, headers):
        log.debug("GET %s %s", path, headers)
        headers.update(self.signed())
        return self.session.get(self.base + path, headers=headers)

    def find(self, *terms):
        query_text = self.joined(*terms)
        log.debug("query of the request: %s", query_text)
        return self.session.post(f"{self.base}/search", data=query_text)

    def joined(self, *terms):
        text = ""
        for term in terms:
            text += term
        return text
