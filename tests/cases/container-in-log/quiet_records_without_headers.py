import logging
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


@dataclass
class SignedRequest:
    path: str
    headers: dict[str, str] = field(repr=False)


@dataclass
class ColumnSheet:
    name: str
    headers: list[str]


@dataclass
class NumberedRequest:
    number: int
    path: str


def forward(request: SignedRequest, sheet: ColumnSheet, numbered: NumberedRequest) -> None:
    log.debug("forwards %r", request)
    log.debug("writes %s", sheet)
    log.debug("forwards %s, %s", numbered, request.path)
