import logging
from urllib.parse import urlencode

import requests

log = logging.getLogger(__name__)


class Refused(Exception):
    pass


class Adverts:
    def __init__(self, access_token, host):
        self.access_token = access_token
        self.host = host

    def _address(self, path):
        return f"{self.host}{path}?{urlencode({'access_token': self.access_token})}"

    def ask(self, path):
        url = self._address(path)
        try:
            return requests.get(url, timeout=5).json()
        except requests.RequestException as error:
            raise Refused(f"request failed: {error}") from error  # expect: which is logged in line 32

    def today(self):
        try:
            return self.ask("/today")
        except Refused as error:
            log.warning("nothing today: %s", error)
            return []
