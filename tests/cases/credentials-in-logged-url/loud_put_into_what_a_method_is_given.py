"""A key that a method puts into the query that it is given, with nothing secret in it, before it makes an address of that."""

import logging
from urllib.parse import urlencode

logger = logging.getLogger(__name__)


class Api:
    def __init__(self, host, key):
        self.host = host
        self.key = key

    def address(self, path, query):
        query["apikey"] = self.key
        return f"{self.host}/{path}?{urlencode(query)}"

    def get(self, session, path):
        url = self.address(path, {})
        logger.debug("GET %s", url)  # expect: the URL with its API key reaches logger.debug()
        return session.get(url)
