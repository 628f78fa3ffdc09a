import logging

import requests

logger = logging.getLogger(__name__)


class Api:
    def __init__(self, token):
        self._headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}

    def get(self, path):
        logger.debug("GET %s %s", path, self._headers)  # expect: headers|authorization
        return requests.get(f"https://api.example{path}", headers=self._headers, timeout=5)
