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


def form_of(login_url):
    response = requests.get(login_url, timeout=5)
    log.debug("the form is %s", response.text)
    return response.ok
