"""What is sent to ask about a token or a right is answered with a verdict, and most of what is answered to anything is no login."""

import logging

import requests

logger = logging.getLogger(__name__)


class Devices:
    def __init__(self, session: requests.Session, private_key: str, password: str) -> None:
        self.session = session
        self.private_key = private_key
        self.password = password

    def check(self, device: str) -> bool:
        return self._request("https://devices.example.org", "v1/validate_token", {"device": device})

    def _request(self, url, endpoint, payload):
        answer = self.session.post(f"{url}/{endpoint}", json=payload, timeout=9)
        logger.debug(f"{answer.status_code} {answer.text}")
        return answer.ok


class Networks:
    def __init__(self, session: requests.Session, secret_key: str, password: str) -> None:
        self.session = session
        self.secret_key = secret_key
        self.password = password

    def authorize_group_ingress(self, group: str):
        return self._request("AuthorizeGroupIngress", {"group": group})

    def _request(self, action, params):
        answer = self.session.post("https://networks.example.org", params={"action": action}, data=params, timeout=9)
        logger.debug(answer.text)
        return answer.json()
