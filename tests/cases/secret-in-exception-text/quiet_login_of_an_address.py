"""The client's error says the address without the login that was put into it."""

import requests


class TillUnreachable(Exception):
    pass


class TillClient:
    def __init__(self, host: str, login: str = "", password: str = "") -> None:
        password = ":" + password if password else ""
        proof = f"{login}{password}@" if login else ""
        self._address = f"https://{proof}{host}/rpc"
        self._session = requests.Session()

    def call(self, question: dict) -> dict:
        try:
            return self._session.post(self._address, json=question, timeout=10).json()
        except requests.exceptions.ConnectionError as error:
            raise TillUnreachable(f"cannot reach the till: {error}") from error
