# file: lamp/connector.py
"""What goes through the connector holds no password: those that send one do so by something else."""

import logging

LOG = logging.getLogger(__name__)


class Connector:
    def __init__(self, url, http):
        self._url = url
        self._http = http

    def _op(self, method, path="", data=None):
        LOG.debug("HTTP request: %s %s; body: %s", method, path, data)
        return self._http.request(method, self._url + path, json=data)

    def post(self, path="", data=None):
        return self._op("POST", path, data=data)


# file: lamp/sessions.py
class Sessions:
    def __init__(self, vault, path):
        self._vault = vault
        self._path = path

    def create(self, username, password):
        data = {"UserName": username, "Password": password}
        return self._vault.post(self._path, data=data)


# file: lamp/chassis.py
class Chassis:
    def __init__(self, connector):
        self._conn = connector

    def reset(self, value):
        self._conn.post("/chassis/reset", data={"ResetType": value})
