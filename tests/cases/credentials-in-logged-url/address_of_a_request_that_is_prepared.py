import logging

import requests

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, host, token):
        self.host = host
        self.token = token

    def prepared(self, path):
        request = requests.Request("GET", f"https://{self.host}{path}", params={"token": self.token}).prepare()
        logger.debug("asking %s", request.url)  # expect: the URL with its token reaches logger.debug()
        logger.debug("asking by %s", request.method)
        return request

    def without_a_query(self, path):
        request = requests.Request("GET", f"https://{self.host}{path}").prepare()
        logger.debug("asking %s", request.url)
        return request
