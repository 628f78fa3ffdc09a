"""An option for the wire is no mask: the headers of a request have the login in them."""

import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def __init__(self, token, http_log_debug=False):
        self.token = token
        self.http_log_debug = http_log_debug

    def send(self, method, url, **kwargs):
        kwargs.setdefault("headers", {})["X-Auth-Token"] = self.token
        self._log_request(method, url, **kwargs)
        return requests.request(method, url, **kwargs)

    def _log_request(self, method, url, **kwargs):
        if not self.http_log_debug:
            return
        log.debug("REQ: %s %s %s", method, url, kwargs["headers"])  # expect: the Authorization header


def login(session, user, password, log_response=False):
    answer = session.post("https://cloud.example/login", data={"user": user, "password": password}).json()
    if log_response:
        log.debug("answered %s", answer)  # expect: shows the token
    return answer["access_token"]
