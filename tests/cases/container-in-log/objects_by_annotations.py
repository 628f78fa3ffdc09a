"""An annotation says what a value is: of a variable, of an attribute, of what a dict holds."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

log = logging.getLogger(__name__)


@dataclass
class Account:
    user: str
    password: str


@dataclass
class Place:
    city: str
    street: str


def given(accounts: dict[str, Account], others: Mapping[str, Account], some: Optional[list[Account]], places: dict[str, Place]):
    log.info("accounts %s", accounts)  # expect: shows the password
    log.info("others %s", others)  # expect: shows the password
    log.info("some %s", some)  # expect: shows the password
    log.info("places %s", places)


def loaded():
    account: Account = load()
    log.info("account %s", account)  # expect: shows the password
    accounts: list[Account] = load()
    log.info("accounts %s", accounts)  # expect: shows the password
    place: Place = load()
    log.info("place %s", place)
    name: str = load()
    log.info("name %s", name)
    user: Account = load()
    log.info("user %s", user.user)


class Keeper:
    def __init__(self, given):
        self.account: Account | None = None
        self.place: Place = given.place()

    def show(self):
        log.info("account %s", self.account)  # expect: shows the password
        log.info("place %s", self.place)
