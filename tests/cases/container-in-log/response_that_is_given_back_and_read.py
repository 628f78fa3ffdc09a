"""What everything goes through writes each answer and gives it back: who renews the token reads it of one of these."""

import logging

from requests import request

logger = logging.getLogger(__name__)


class Base:
    def __init__(self, server):
        self.server = server

    def post(self, path, body=None):
        return self._execute("post", path, json=body)

    def get(self, path):
        return self._execute("get", path)

    def _execute(self, method, endpoint, **kwargs):
        response = request(method, f"{self.server}/{endpoint}", timeout=9, **kwargs)
        logger.debug("answered %s: %s", response.status_code, response.text)  # expect: the response's body reaches logger.debug()
        response.raise_for_status()
        return response


class Client(Base):
    def renew(self):
        answer = self.post("v2/renewed", body={"client": self.client_id})
        found = answer.json()
        self._api_token = found["token"]
