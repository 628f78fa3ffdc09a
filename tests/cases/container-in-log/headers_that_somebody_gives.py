import logging

from shop import pool

logger = logging.getLogger(__name__)


class Store:
    def _send(self, method, path, headers=None, data=None):
        logger.debug("headers: %s", headers)  # expect: the headers
        return pool().request(method, path, headers=headers, body=data)

    def ping(self):
        return self._send("GET", "ping")

    def read(self, keys, headers):
        return self._send("POST", "read", headers=headers, data=keys)
