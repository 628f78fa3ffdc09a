import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Given:
    user: str
    password: str


@dataclass
class Account:
    name: str
    api_credentials: Given


@dataclass
class Tenant:
    name: str
    api_token: str | None


def load(account: Account, tenant: Tenant) -> None:
    logger.debug("loading %s", account)  # expect: its text shows
    logger.debug("loading %s", tenant)  # expect: its text shows the token
