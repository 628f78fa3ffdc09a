"""What an annotation names hides its secret, or its text shows none; another variable of that name has none."""

import logging
from dataclasses import dataclass, field
from typing import Any

log = logging.getLogger(__name__)


@dataclass
class Hidden:
    user: str
    password: str = field(repr=False)


class Plain:
    def __init__(self, password):
        self.password = password


@dataclass
class Account:
    user: str
    password: str


def loaded():
    hidden: Hidden = load()
    log.info("hidden %s", hidden)
    plain: Plain = load()
    log.info("plain %s", plain)
    several: dict[str, Hidden] = load()
    log.info("several %s", several)
    anything: Any = load()
    log.info("anything %s", anything)
    account: Account = load()
    return account


def other():
    account = load()
    log.info("account %s", account)
