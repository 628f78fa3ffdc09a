import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class Account:
    name: str
    password: str

    def __str__(self):
        return self.name


@dataclass
class Guest:
    name: str
    password: str = field(repr=False)

    def __str__(self):
        return self.name


@dataclass
class Hidden:
    name: str
    password: str

    def __repr__(self):
        return f"Hidden({self.name})"


def start(account: Account, guest: Guest, hidden: Hidden):
    logger.info("starting %s, %s and %s", account, guest, hidden)
    logger.info("starting %r", account)  # expect: its text shows the password
    logger.info("starting %r and %r", guest, hidden)
    logger.info("starting %s", [account])  # expect: its text shows the password
