"""Dicts of a module that get labels, or whose single values and keys are written."""

import logging

logger = logging.getLogger(__name__)

HEADERS = {"User-Agent": "shop/1.0"}
LABELS = {"name": "Name"}
COUNTS = {"orders": 0}


def login(access_token: str) -> None:
    HEADERS["Authorization"] = f"Bearer {access_token}"
    LABELS["password"] = "Password"
    COUNTS["token"] += 1


def report() -> None:
    logger.debug("sent headers: %s", sorted(HEADERS))
    logger.debug("we are %r", HEADERS["User-Agent"])
    logger.debug("labels: %s", LABELS)
    logger.debug("counts: %s", COUNTS)
