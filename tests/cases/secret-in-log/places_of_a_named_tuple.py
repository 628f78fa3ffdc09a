import logging
from typing import NamedTuple

logger = logging.getLogger(__name__)


class Grant(NamedTuple):
    access_token: str
    expires_in: int


class Mailbox:
    def __init__(self, grant: Grant) -> None:
        self.grant = grant

    def connect(self) -> None:
        logger.debug("the grant lives %s s", self.grant[1])
        logger.debug("connecting with %s", self.grant[0])  # expect: token reaches


def granted() -> Grant:
    return Grant(*ask())


def renewed() -> None:
    first, lifetime = granted()
    logger.debug("renewed for %s s", lifetime)
    logger.debug("renewed as %s", first)  # expect: token reaches


def taken(grant: Grant) -> None:
    first, lifetime = grant
    logger.debug("taken for %s s", lifetime)
    logger.debug("taken as %s", first)  # expect: token reaches
