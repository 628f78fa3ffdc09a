"""A call puts a password into what it is given, and gives something as well."""

import json
import logging

import requests

LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, base):
        self.base = base

    def req(self, kind, method="GET", data=None):
        if method != "GET":
            LOG.debug("data: %s", data)  # expect: shows the password
        return requests.request(method, f"{self.base}/{kind}", data=json.dumps(data))


class Driver:
    def __init__(self, base):
        self.client = Client(base)

    def create(self, connector, chap):
        data = {"name": connector["initiator"]}
        name, word = self._add_auth(data, chap)
        self.client.req("initiators", "POST", data)
        return name, word

    def _add_auth(self, data, chap):
        word = None
        if chap:
            word = make()
            data["initiator-user-name"] = "chap"
            data["initiator-password"] = word
        return "chap", word


def make():
    return "".join(map(str, range(12)))
