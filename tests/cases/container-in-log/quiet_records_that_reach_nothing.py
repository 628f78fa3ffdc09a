"""What came back has headers too, a table's are its columns; a record may hide its own; and an environment may be the name of one."""

import logging
from dataclasses import dataclass, field

from pydantic import BaseModel, Field

log = logging.getLogger(__name__)


@dataclass
class Page:
    url: str
    status: int
    headers: dict[str, str]


class ServerResponse(BaseModel):
    url: str
    headers: dict[str, str]


class SheetConfig(BaseModel):
    name: str
    headers: dict[str, str]


class HidingServer(BaseModel):
    url: str
    headers: dict[str, str] = Field(default_factory=dict, repr=False)


@dataclass
class Deployment:
    command: str
    environment: str


@dataclass
class Runner:
    command: str
    env: dict[str, str] = field(default_factory=dict, repr=False)


def shown(page: Page, answer: ServerResponse, sheet: SheetConfig, server: HidingServer, deployment: Deployment, runner: Runner) -> None:
    log.info("got %s, %s", page, answer)
    log.info("writes %s", sheet)
    log.info("asks %s", server)
    log.info("deploys %s", deployment)
    log.info("runs %s of %s", runner, server.url)
