"""An address of which a part is the token shows it, under whatever name."""

import logging

import requests

logger = logging.getLogger(__name__)


class Speaker:
    def __init__(self, host, access_token):
        self.host = host
        self.access_token = access_token

    def renew(self, payload):
        refresh_token = f"https://{self.host}/o2/refresh?access_token={self.access_token}"
        logger.debug("renewing at %s", refresh_token)  # expect: the URL with its token reaches logger.debug()
        return requests.post(refresh_token, json=payload, timeout=10)
