import logging
from typing import NamedTuple

logger = logging.getLogger(__name__)


class Login(NamedTuple):
    user: str
    password: str


def attempt(login: Login):
    logger.info("attempt: %s", login)  # expect: password
