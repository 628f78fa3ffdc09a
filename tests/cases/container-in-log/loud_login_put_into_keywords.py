"""The secret is put under another key: no parameter of the function that is called takes it there."""

import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def fetch(self, url, method, client_id, client_secret):
        options = {}
        if method == "GET":
            options["params"] = {"id": client_id, "client_secret": client_secret}
        else:
            options["data"] = {"id": client_id, "client_secret": client_secret}
        return self.request(method, url, **options)

    def request(self, method, url, client_secret=None, **rest):
        log.debug("asking %s with %s", url, rest)  # expect: reaches log.debug()
        return requests.request(method, url, auth=("", client_secret), **rest)
