import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def login(self, username, password):
        return self.request("GET", "/login", {"user": username, "secret": password})

    def request(self, method, path, query_params):
        log.debug("request: %s %s, query params %s", method, path, query_params)  # expect: password|query parameters
        return requests.request(method, path, params=query_params, timeout=5)
