"""A record shows the records that its fields hold, and their secrets with them."""

import logging
from dataclasses import asdict, dataclass
from typing import Optional

from pydantic import BaseModel

log = logging.getLogger(__name__)


class Mailbox(BaseModel):
    host: str
    password: str


class Notifier(BaseModel):
    name: str
    mailbox: Optional[Mailbox] = None


class Site(BaseModel):
    title: str
    notifiers: list[Notifier]


@dataclass
class Signer:
    api_token: str


@dataclass
class Job:
    queue: str
    signer: Signer


def send(notifier: Notifier) -> None:
    log.info("sending by %s", notifier)  # expect: its text shows the password
    log.debug("as %s", notifier.model_dump())  # expect: its text shows the password


def start(site: Site) -> None:
    log.info("site %r", site)  # expect: its text shows the password


def run(job: Job) -> None:
    log.info("job %s", job)  # expect: its text shows the token
    log.debug("job as %s", asdict(job))  # expect: token
