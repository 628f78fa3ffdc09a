import logging
from typing import NamedTuple

log = logging.getLogger(__name__)


class Status(NamedTuple):
    error: str | None
    balance: int


def status(client, api_key):
    if client.refused:
        return Status(api_key, 0)
    return Status(error=api_key, balance=client.balance)


def check(client, config):
    state, balance = status(client, config.api_key)
    log.info("balance %s", balance)
    log.info("state %s", state)  # expect: the API key
