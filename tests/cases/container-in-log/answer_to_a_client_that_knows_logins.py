import logging

import requests

log = logging.getLogger(__name__)


class HTTP:
    def __init__(self, username, password):
        self._session = requests.Session()
        self._login = {"username": username, "password": password}

    def post(self, url, json=None, data=None):
        response = self._session.post(url, json=json, data=data)
        log.debug("Response: %s %s", response.status_code, response.text)  # expect: the response's body reaches log.debug()
        return response
