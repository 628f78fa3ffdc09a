"""How a tool's server is reached, or started, stands in a record: its headers log somebody in, and so does its environment."""

import logging
from dataclasses import dataclass, field
from typing import Optional

from pydantic import BaseModel, Field

log = logging.getLogger(__name__)


class RemoteServer(BaseModel):
    url: str
    headers: dict[str, str] = Field(default_factory=dict)


class LocalServer(BaseModel):
    command: str
    args: list[str] | None = None
    env: dict[str, str] | None = None


@dataclass
class RunnerConfig:
    cmd: list[str]
    environment: Optional[dict[str, str]] = field(default=None)


def check(server: LocalServer | RemoteServer, remote: RemoteServer, runner: RunnerConfig) -> None:
    log.info("checks %s", server)  # expect: its text shows the environment
    log.info("asks %s", remote)  # expect: its text shows the headers
    log.debug("runs %r", runner)  # expect: its text shows the environment
