import logging

import requests

log = logging.getLogger(__name__)


class HTTP:
    def __init__(self, token):
        self._session = requests.Session()
        self._headers = {"Authorization": f"Bot {token}"}

    def patch(self, url, json=None, data=None):
        response = self._session.patch(url, json=json, data=data, headers=self._headers)
        answer = response.json()
        log.debug(f"PATCH {url} returned {answer}")
        return answer

    def post(self, url, json=None, data=None):
        response = self._session.post(url, json=json, data=data, headers=self._headers)
        log.debug("Response: %s %s", response.status_code, response.text)
        return response
