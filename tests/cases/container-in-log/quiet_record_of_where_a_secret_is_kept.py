import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Kept:
    path: str
    field: str
    version: int | None


@dataclass
class Account:
    name: str
    api_credentials: Kept
    automation_token: Kept | None


def load(account: Account) -> None:
    logger.debug("loading %s", account)
