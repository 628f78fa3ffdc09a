"""Of a list some items are whole items."""

import logging

logger = logging.getLogger(__name__)


def sync(login: str, password: str) -> None:
    command = ["till-sync", "--login", login, "--password", password, "--all"]
    logger.info("running %s", command[:5])  # expect: the password
    logger.info("running %s", command[3:])  # expect: the password
    logger.info("running %s", command[:3])
