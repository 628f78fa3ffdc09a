import logging

import requests

logger = logging.getLogger(__name__)


class Bucket:
    def __init__(self, auth, session):
        self.auth = auth
        self.session = session

    def head(self, key, headers=None):
        logger.debug("head %s with %s", key, headers)
        return self._do("HEAD", key, headers=headers)

    def put(self, key, data, headers=None):
        headers = {"Content-Type": "text/plain", **(headers or {})}
        logger.debug("put %s with %s", key, headers)
        return self._do("PUT", key, headers=headers, data=data)

    def _do(self, method, key, headers, data=None):
        logger.debug("%s %s %s", method, key, headers)
        request = requests.Request(method, key, headers=headers, data=data)
        self.auth.sign(request)
        return self.session.send(request.prepare())
