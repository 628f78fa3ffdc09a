import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Start:
    room: str
    access_token: str


@dataclass
class Answer:
    number: int
    data: bytes


def _take(answer: Answer) -> None:
    logger.warning("nobody has asked for %s", answer)


def read(connection):
    message = Start("hall", connection.token()) if connection.fresh else connection.receive()
    if isinstance(message, Answer):
        _take(message)
