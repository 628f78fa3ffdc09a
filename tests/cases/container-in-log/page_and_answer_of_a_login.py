"""What a GET of a login's address gives is its page; what is posted there is answered with a token, and so is who asks for one."""

import logging

import requests

log = logging.getLogger(__name__)


class Device:
    def __init__(self, host, session):
        self.host = host
        self.session = session

    def open(self):
        login_url = f"{self.host}/restconf/data/native/version"
        response = self.session.get(login_url, timeout=5)
        log.debug("answered with %s", response.text)
        return response.status_code

    def enter(self):
        login_url = f"{self.host}/restconf/data/native/version"
        response = self.session.post(login_url, timeout=5)
        log.debug("answered with %s", response.text)  # expect: body
        return response.status_code


def form_of(login_url):
    response = requests.get(login_url, timeout=5)
    log.debug("the form is %s", response.text)
    return response.ok


def token_of(token_url):
    response = requests.get(token_url, timeout=5)
    log.debug("the token is %s", response.text)  # expect: body
    return response.ok
