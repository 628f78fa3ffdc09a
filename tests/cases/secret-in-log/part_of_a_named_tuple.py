import logging
from typing import NamedTuple

log = logging.getLogger(__name__)


class Status(NamedTuple):
    error: str | None
    balance: int


def status(client, api_key):
    if client.refused:
        return Status(f"no connection with {api_key}", 0)
    return Status(error=None, balance=client.balance)


def check(client, config):
    error, balance = status(client, config.api_key)
    log.info("balance %s", balance)
    log.info("error %s", error)  # expect: the API key
