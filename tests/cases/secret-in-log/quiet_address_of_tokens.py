"""Addresses under the names of what is asked for there: they hold none of it."""

import logging

import requests

logger = logging.getLogger(__name__)


class Speaker:
    def __init__(self, host, region, session=None):
        self.host = host
        self.region = region
        self.session = session or requests.Session()

    def post(self, action, payload):
        url = {
            "devices": f"https://{self.host}/v1/devices",
            "speaker_access_token": f"https://api.{self.region}.example.com/auth/o2/token",
            "routines": f"https://api.{self.region}.example.com/v1/routines",
        }[action]
        logger.debug("asking %s", url)
        return self.session.post(url, json=payload, timeout=10)

    def renew(self, payload):
        refresh_token = f"https://{self.host}/o2/refresh"
        logger.debug("renewing at %s", refresh_token)
        return self.session.post(refresh_token, json=payload, timeout=10)
