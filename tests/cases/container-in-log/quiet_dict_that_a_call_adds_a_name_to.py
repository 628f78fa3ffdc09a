"""What the call puts in is no secret, or it was put into another one."""

import json
import logging

import requests

LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, base):
        self.base = base

    def req(self, kind, method="GET", data=None):
        if method != "GET":
            LOG.debug("data: %s", data)
        return requests.request(method, f"{self.base}/{kind}", data=json.dumps(data))


class Driver:
    def __init__(self, base):
        self.client = Client(base)

    def create(self, connector):
        data, kept = {"name": connector["initiator"]}, {}
        name = self._add_name(data)
        word = self._add_auth(kept)
        self.client.req("initiators", "POST", data)
        return name, word, kept

    def _add_name(self, data):
        data["initiator-user-name"] = "chap"
        return "chap"

    def _add_auth(self, data):
        data["initiator-password"] = word = "".join(map(str, range(12)))
        return word
