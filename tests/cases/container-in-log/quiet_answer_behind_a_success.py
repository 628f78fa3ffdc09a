"""Behind a success stands what a server says when it refuses."""

import logging

import requests

LOG = logging.getLogger(__name__)


class HttpClient:
    def __init__(self, base):
        self.base = base

    def request(self, method, path, params):
        z = requests.request(method, self.base + path, json=params)
        if z.status_code == 200:
            return z.json()
        LOG.debug("answer: %s", z.json())
        return None

    def post(self, path, params):
        return self.request("POST", path, params)


class Session:
    def __init__(self, http):
        self.http = http
        self.sid = None

    def authenticate(self, name, word):
        r = self.http.post("/api/auth", {"name": name, "word": word})
        self.sid = r["session_id"]
