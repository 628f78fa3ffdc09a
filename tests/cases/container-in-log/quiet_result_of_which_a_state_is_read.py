import logging

import requests

LOGGER = logging.getLogger(__name__)


class Hub:
    def __init__(self, connection, headers):
        self.connection = connection
        self.headers = headers

    def state(self):
        result = self.connection.post("devices/state", {}, self.headers)
        LOGGER.debug(f"state: {result}")
        return result.json["state"]

    def request_auth_token(self, url):
        answer = requests.post(url, json={}, headers=self.headers, timeout=10)
        LOGGER.debug(f"answer: {answer}")
        return answer.json()["authToken"]
