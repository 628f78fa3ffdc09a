"""The payment token of a card is charged by whoever has it."""

import logging

logger = logging.getLogger(__name__)


def pay(shop, amount, payment_token):
    charge = {"amount": amount}
    charge["payment_token"] = payment_token
    logger.debug("charging %s", charge)  # expect: shows the token
    return shop.post(charge)
