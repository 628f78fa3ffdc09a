"""Who goes over a dict that an object keeps gets its keys, whatever stands under them."""

import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, api_url, api_key, endpoints):
        self._keys = endpoints
        if not self._keys:
            self._keys = {api_url: api_key}
        self.api_url = next(iter(self._keys))
        self.api_key = self._keys[self.api_url]

    def login(self):
        log.info("asking %s", self.api_url)
        log.info("asking %s with %s", self.api_url, self.api_key)  # expect: the API key reaches log.info()
        for url in self._keys:
            log.info("asking %s", url)
