"""The first characters of a key are a part that opens nothing, also where the function that cuts does not know what it is given."""

import logging

logger = logging.getLogger(__name__)


def show(text: str) -> None:
    logger.info("asked with %s...", text[:12])


def ask(api_key: str) -> None:
    show(api_key)
