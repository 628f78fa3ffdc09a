"""One record of a list whose annotation says what its items are."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Account:
    name: str
    password: str


def connect(accounts: list[Account]) -> None:
    for account in accounts:
        logger.info("connecting %s", account)  # expect: its text shows the password


def first(accounts: Sequence[Account]) -> None:
    logger.info("begins with %s", accounts[0])  # expect: its text shows the password


def loaded(path: str) -> list[Account]:
    return read(path)


def load(path: str) -> None:
    for account in loaded(path):
        logger.debug("loaded %s", account)  # expect: its text shows the password


class Pool:
    spare: list[Account]

    def __init__(self, accounts: list[Account]) -> None:
        self.accounts = accounts

    def show(self) -> None:
        for account in self.accounts:
            logger.debug("kept %s", account)  # expect: its text shows the password
        for account in self.spare:
            logger.debug("spare %s", account)  # expect: its text shows the password

    def show_all(self) -> None:
        names = ", ".join(str(account) for account in self.accounts)
        logger.debug("all of %s", names)  # expect: its text shows the password


def by_name(accounts: dict[str, Account]) -> None:
    for name, account in accounts.items():
        logger.info("%s is %s", name, account)  # expect: its text shows the password
    for account in accounts.values():
        logger.info("kept %s", account)  # expect: its text shows the password
