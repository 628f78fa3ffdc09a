"""A card's token is charged: whoever has it can charge it, too; and the token of who logs in to a wallet is none of its coins."""

import logging

import requests

logger = logging.getLogger(__name__)


def charge(token, amount, customer):
    logger.info("charging %s with %s", amount, token)  # expect: token
    return requests.post("https://pay.example.org/charges", json={"source": token, "amount": amount, "customer": customer})


class Wallet:
    def login(self, user, token):
        logger.info("wallet of %s opened with %s", user, token)  # expect: token
        return requests.get("https://wallet.example.org/me", headers={"Authorization": f"Bearer {token}"})
