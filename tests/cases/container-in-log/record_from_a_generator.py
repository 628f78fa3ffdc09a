"""A loop takes out of a generator what its annotation says."""

import csv
import logging
from collections.abc import AsyncIterator, Generator, Iterator
from typing import NamedTuple

logger = logging.getLogger(__name__)


class Account(NamedTuple):
    line: int
    login: str
    password: str


class Place(NamedTuple):
    line: int
    town: str


def accounts(path) -> Iterator[Account]:
    with open(path, newline="") as handle:
        for number, row in enumerate(csv.reader(handle), 1):
            yield Account(number, row[0], row[1])


def counted(path) -> Generator[Account, None, int]:
    yield from accounts(path)
    return 0


def places(path) -> Iterator[Place]:
    for number, line in enumerate(open(path), 1):
        yield Place(number, line.strip())


async def streamed(source) -> AsyncIterator[Account]:
    async for line, login, password in source:
        yield Account(line, login, password)


def load(path, known):
    for account in accounts(path):
        if account.login in known:
            logger.info("skipping %s", account)  # expect: text shows the password
        logger.debug("line %s", account.line)
    for account in counted(path):
        logger.debug("again %s", account)  # expect: text shows the password
    for place in places(path):
        logger.debug("place %s", place)


async def follow(source):
    async for account in streamed(source):
        logger.debug("next %s", account)  # expect: text shows the password
