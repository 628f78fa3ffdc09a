import json
import logging

import requests

LOGGER = logging.getLogger(__name__)


class Client:
    def __init__(self, user, password, endpoint):
        self.user = user
        self.password = password
        self.endpoint = endpoint

    def login(self):
        return self._request("POST", "/login", {"user": self.user, "password": self.password})

    def _request(self, action="GET", url="/", data=None):
        LOGGER.debug("Request: %s %s with data %s", action, url, json.dumps(data))  # expect:
        return requests.request(action, self.endpoint + url, data=json.dumps(data))
