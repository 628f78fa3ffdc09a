"""Records within records that hide their secrets, or are no part of the text."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import BaseModel, SecretStr

log = logging.getLogger(__name__)


class Mailbox(BaseModel):
    host: str
    password: SecretStr


class Notifier(BaseModel):
    name: str
    mailbox: Mailbox


@dataclass
class Signer:
    api_token: str

    def __repr__(self) -> str:
        return "Signer(...)"


@dataclass
class Key:
    api_token: str


@dataclass
class Job:
    queue: str
    signer: Signer
    key: Key = field(repr=False)
    make: Callable[[str], Key] | None = None


@dataclass
class Tree:
    """A record that holds others of its own kind."""

    name: str
    parent: "Tree | None" = None


def send(notifier: Notifier) -> None:
    log.info("sending by %s", notifier)


def run(job: Job, tree: Tree) -> None:
    log.info("job %s of %s", job, tree)
