"""The same of a method that puts nothing secret into it, and of one that gives only back what it is given."""

import logging
from urllib.parse import urlencode

logger = logging.getLogger(__name__)


class Api:
    def __init__(self, host, key):
        self.host = host
        self.key = key

    def address(self, path, query):
        query["page"] = 1
        return f"{self.host}/{path}?{urlencode(query)}"

    def shown(self, query):
        query["apikey"] = "***"
        return f"{self.host}?{urlencode(query)}"

    def get(self, session, path):
        url = self.address(path, {})
        logger.debug("GET %s, %s", url, self.shown({}))
        return session.get(url, headers={"X-Key": self.key})
