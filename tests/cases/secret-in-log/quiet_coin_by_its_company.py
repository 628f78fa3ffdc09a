"""A token that is bought and sent: it stands beside an amount, or a call is told by it which coin is meant."""

import logging

import requests

logger = logging.getLogger(__name__)


class Wallet:
    def __init__(self, address: str, api_key: str) -> None:
        self.address = address
        self.session = requests.Session()
        self.session.headers["X-Api-Key"] = api_key

    def spot_transfer(self, amount: float, destination: str, token: str) -> dict:
        action = {"type": "spotSend", "destination": destination, "amount": str(amount), "token": token}
        logger.info("sending %s %s", amount, token)
        return self.post(action)

    def post(self, action: dict) -> dict:
        payload = {"action": action, "wallet": self.address}
        logger.debug(payload)
        return self.session.post("https://exchange.example.org/exchange", json=payload).json()

    def balance(self, token: str) -> float:
        answer = self.session.get("https://exchange.example.org/balance", params=self.asked(asset=token)).json()
        logger.info("balance of %s: %s", token, answer["free"])
        return float(answer["free"])

    def asked(self, **fields: str) -> dict:
        return {"wallet": self.address, **fields}
