import logging

import requests

logger = logging.getLogger(__name__)


class Trader:
    def __init__(self, session, user):
        self.session = session
        self.user = user

    def buy(self, token, amount):
        logger.info("buying %s of %s", amount, token)
        headers = {"Authorization": f"Bearer {self.user.api_key}"}
        return self.session.post("https://exchange.example.com/order", json={"token": token, "amount": amount}, headers=headers)

    def sell_all(self, token):
        logger.info(f"selling all of {token}")
        return self.session.post("https://exchange.example.com/order", json={"token": token})


def fetch_price(token):
    logger.debug(f"asking for {token}")
    return requests.get("https://exchange.example.com/price", params={"token": token}).json()
