import logging
from dataclasses import dataclass

from pydantic import BaseModel

log = logging.getLogger(__name__)


@dataclass
class SignedRequest:
    path: str
    headers: dict[str, str]


class PlainRequest(BaseModel):
    path: str
    cookies: dict[str, str]


def forward(request: SignedRequest, other: PlainRequest) -> None:
    log.debug("forwards %r", request)  # expect: its text shows the headers
    log.debug("forwards %s", other)  # expect: its text shows the cookies
