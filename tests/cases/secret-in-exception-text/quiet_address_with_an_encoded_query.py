from urllib.parse import urlencode

import requests


class Refused(Exception):
    pass


class Adverts:
    def __init__(self, access_token, host):
        self.signed = {"Authorization": f"Bearer {access_token}"}
        self.host = host

    def _address(self, path, query):
        return f"{self.host}{path}?{urlencode(query)}"

    def ask(self, path):
        url = self._address(path, {"page": 1})
        try:
            return requests.get(url, headers=self.signed, timeout=5).json()
        except requests.RequestException as error:
            raise Refused(f"request failed: {error}") from error
