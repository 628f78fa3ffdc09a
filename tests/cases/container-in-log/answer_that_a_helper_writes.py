"""A helper writes every answer that it is given: one of those who call it has logged in and reads its token of that answer."""

import json
import logging

import requests

logger = logging.getLogger(__name__)


def log_response(response: requests.Response) -> None:
    shown = {"status": response.status_code}
    try:
        shown["content"] = response.json()
    except ValueError:
        shown["content"] = response.text
    logger.debug("answered: %s", json.dumps(shown))  # expect: its text shows the token


def log_text(answer: requests.Response, with_body: bool = True) -> None:
    logger.debug("answered %s", answer.text if with_body else "")  # expect: its text shows the token


class Client:
    def __init__(self, server: str, email: str, password: str) -> None:
        self.server = server
        self.email = email
        self.password = password

    def log_in(self) -> str:
        response = requests.post(f"{self.server}/v2/session", json={"email": self.email, "password": self.password}, timeout=9)
        log_response(response)
        found = response.json()
        return found["token"]

    def renew(self) -> None:
        response = requests.post(f"{self.server}/v2/renewed", timeout=9)
        log_text(response)
        self._token = response.json()["access_token"]

    def shelves(self) -> list[str]:
        response = requests.get(f"{self.server}/v2/shelves", timeout=9)
        log_response(response)
        log_text(response)
        return response.json()["shelves"]
