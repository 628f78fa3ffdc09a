from http.client import HTTPConnection

import requests

HTTPConnection.debuglevel = 1  # expect:


class Api:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"
