"""The same of answers of which nobody reads a token."""

import logging

from requests import request

logger = logging.getLogger(__name__)


class Base:
    def __init__(self, server):
        self.server = server

    def get(self, path):
        return self._execute("get", path)

    def _execute(self, method, endpoint, **kwargs):
        response = request(method, f"{self.server}/{endpoint}", timeout=9, **kwargs)
        logger.debug("answered %s: %s", response.status_code, response.text)
        response.raise_for_status()
        return response


class Shelves(Base):
    def names(self):
        answer = self.get("v2/shelves")
        found = answer.json()
        return [shelf["name"] for shelf in found["shelves"]]
