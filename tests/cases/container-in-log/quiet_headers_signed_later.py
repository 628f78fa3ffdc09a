import logging

import httpx

log = logging.getLogger(__name__)


class Client:
    def __init__(self, token):
        self.token = token
        self.http = httpx.Client()

    def call(self, method, path, **options):
        headers = options.pop("headers", {})
        options["headers"] = headers
        log.debug("%s %s: %s", method, path, options)
        headers["Authorization"] = f"Bearer {self.token}"
        return self.http.request(method, path, **options)
