"""Somebody logs in through what everything goes through: the token is in the answer that it logs."""

import logging

import requests

logger = logging.getLogger(__name__)


class Devices:
    def __init__(self, session: requests.Session, private_key: str, password: str) -> None:
        self.session = session
        self.private_key = private_key
        self.password = password

    def known(self, device: str):
        return self._request("https://devices.example.org", "v1/refresh_token", {"device": device})

    def _request(self, url, endpoint, payload):
        answer = self.session.post(f"{url}/{endpoint}", json=payload, timeout=9)
        logger.debug(f"{answer.status_code} {answer.text}")  # expect: the response's body reaches logger.debug()
        return answer.json()
