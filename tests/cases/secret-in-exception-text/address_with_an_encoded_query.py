from urllib.parse import urlencode

import requests


class Refused(Exception):
    pass


class Adverts:
    def __init__(self, access_token, host):
        self.access_token = access_token
        self.host = host

    def _address(self, path, query=None):
        fields = {"access_token": self.access_token}
        if query:
            fields.update(query)
        encoded = urlencode({name: value for name, value in fields.items() if value is not None})
        return f"{self.host}{path}?{encoded}"

    def ask(self, path):
        url = self._address(path)
        try:
            return requests.get(url, timeout=5).json()
        except requests.RequestException as error:
            raise Refused(f"request failed: {error}") from error  # expect: the URL with its token stands in the text of Refused
