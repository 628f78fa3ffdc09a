"""Who sets an option for what goes over the wire has asked for whatever a server answers, also where a token may be in it."""

import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def __init__(self, http_log_debug=False, full_debug=False):
        self.http_log_debug = http_log_debug
        self._full_debug = full_debug
        self.session = requests.Session()

    def login(self, user, password):
        resp = self.session.post("https://cloud.example/login", json={"user": user, "password": password})
        if self._full_debug:
            log.debug("login answered %s", resp.text)
        return resp.ok

    def renew_token(self):
        resp = self.session.post("https://cloud.example/renew")
        if not self.http_log_debug:
            return resp.ok
        log.debug("answered [%s] %s %s", resp.status_code, resp.headers, resp.text)
        return resp.ok


def assertion(session, url, password, log_idp_response=False):
    idp_response = session.post(url + "/login", data={"password": password})
    if log_idp_response:
        log.info("the provider said %s", idp_response.content)
    return idp_response
