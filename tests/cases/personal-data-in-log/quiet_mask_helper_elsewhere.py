# file: bank/shown.py
def iban_tail(iban: str) -> str:
    """Country and the last three characters."""
    return f"{iban[:2]}…{iban[-3:]}"
# file: bank/orders.py
import logging

from bank.shown import iban_tail

logger = logging.getLogger(__name__)


def standing_order(iban, amount):
    logger.info("standing order of %s to %s", amount, iban_tail(iban))
