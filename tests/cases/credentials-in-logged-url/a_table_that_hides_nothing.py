"""What is put in the place of what a table's patterns find is no mask."""

import logging
import re

logger = logging.getLogger(__name__)

SHORTER = [(re.compile(r"/{2,}"), "/"), (re.compile(r"\s+"), " ")]
SCHEME = (re.compile(r"^http:"), "https:")


def shortened(text: str) -> str:
    for pattern, instead in SHORTER:
        text = pattern.sub(instead, text)
    return text


def secured(text: str) -> str:
    return re.sub(SCHEME[0], SCHEME[1], text)


def ask(host: str, token: str) -> None:
    address = f"http://{host}/jobs?token={token}"
    logger.info("asking %s", shortened(address))  # expect: the URL with its token
    logger.info("asking %s", secured(address))  # expect: the URL with its token
