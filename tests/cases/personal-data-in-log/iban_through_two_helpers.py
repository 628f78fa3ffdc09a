# file: bank/journal.py
import logging

logger = logging.getLogger("bank.journal")


def entry(kind, details):
    stamp = f"[{kind}] "
    logger.info(stamp + details)  # expect: iban|account
# file: bank/transfer.py
from bank.journal import entry


def _describe(amount, target):
    return f"{amount} cents to {target}"


def transfer(amount, iban):
    entry("transfer", _describe(amount, iban))
    return amount
