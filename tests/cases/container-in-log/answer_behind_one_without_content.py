"""Who leaves with an answer that has no content goes on with those that have."""

import json
import logging

import requests

LOG = logging.getLogger(__name__)


class HttpClient:
    def __init__(self, base):
        self.base = base

    def request(self, method, path, params):
        z = requests.request(method, self.base + path, data=json.dumps(params))
        if z.status_code == 204:
            return None
        r = z.json()
        LOG.debug("answer: %s", json.dumps(r, indent=4))  # expect: the response's body
        return r

    def post(self, path, params):
        return self.request("POST", path, params)


class Session:
    def __init__(self, http):
        self.http = http
        self.sid = None

    def authenticate(self, name, word):
        r = self.http.post("/api/auth", {"name": name, "word": word})
        self.sid = r["session_id"]
