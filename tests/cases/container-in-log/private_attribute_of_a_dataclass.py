"""A dataclass shows its fields, also those that begin with an underscore."""

import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Session:
    user: str
    _token: str = ""


def opened(session: Session) -> None:
    logger.info("opened %r", session)  # expect: its text shows the token
