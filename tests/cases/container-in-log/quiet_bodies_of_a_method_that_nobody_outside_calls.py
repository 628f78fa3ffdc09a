"""A method of its own that no call is known of: nobody outside logs in by it."""

import logging

from requests import request

log = logging.getLogger(__name__)


class Client:
    def __init__(self, credentials, user, password):
        self.headers = {"X-Account": user}
        self.credentials = credentials
        self.password = password

    def _request(self, path, data=None, params=None):
        res = request("POST", self.endpoint + path, params=params, data=data, headers=self.headers, timeout=10)
        log.info("POST %s %s", path, data)
        return res.json()
