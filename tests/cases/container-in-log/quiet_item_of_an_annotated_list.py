"""Records of a list whose text shows nothing secret, or of which a harmless field is written."""

import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class Account:
    name: str
    password: str


@dataclass
class Shown:
    name: str
    password: str = field(repr=False)


def connect(accounts: list[Account]) -> None:
    logger.info("%d accounts", len(accounts))
    logger.info("accounts %s", [account.name for account in accounts])
    for number, account in enumerate(accounts):
        logger.info("connecting %d, %s", number, account.name)
        open_one(account, account.password)


def open_one(account: Account, secret: str) -> None:
    logger.info("opening %s", account.name)


def hidden(accounts: list[Shown]) -> None:
    for account in accounts:
        logger.info("connecting %s", account)
    logger.info("first %s", accounts[0])


def named(accounts: dict[str, Account]) -> None:
    for name in accounts:
        logger.info("connecting %s", name)
    for name, account in accounts.items():
        logger.info("connecting %s as %s", name, account.name)
    for name, _ in accounts.items():
        logger.info("connecting %s", name)


def counted(pairs: list[tuple[str, int]]) -> None:
    for pair in pairs:
        logger.info("counted %s", pair)
