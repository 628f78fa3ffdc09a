import logging
from dataclasses import dataclass

import mysql.connector
import pika

log = logging.getLogger("warehouse")


@dataclass(repr=False)
class Login:
    name: str
    passphrase: str


class Mailbox:
    def __init__(self, host: str, *, user: str, secret_key: str) -> None:
        self.host = host
        self.user = user
        self._key = secret_key


def open_stock(source: dict) -> object:
    log.info("stock is kept in %s", source)  # expect: `source` reaches log.info(): its text shows the password
    return mysql.connector.connect(**source, autocommit=True)


def open_mail(entry: dict) -> Mailbox:
    box = Mailbox("mail.example.org", **entry)
    log.debug("mailbox %r", entry)  # expect: its text shows the secret key
    return box


def known(rows: list[dict]) -> list[Login]:
    found = []
    for row in rows:
        log.debug("row %s", row)  # expect: its text shows the password
        found.append(Login(**row))
    return found


def queue(parts: dict) -> pika.PlainCredentials:
    log.info(f"queue with {parts}")  # expect: its text shows the password
    return pika.PlainCredentials(**parts)


class Pool:
    def __init__(self, driver, **how) -> None:
        self.driver = driver
        self.how = how

    def grow(self) -> object:
        log.info("one more of %s", self.how)  # expect: its text shows the password
        return self._dial()

    def _dial(self) -> object:
        database = self.driver
        return database.connect(**self.how)
