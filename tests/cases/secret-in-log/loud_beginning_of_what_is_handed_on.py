"""The first characters of a password are most of it, and forty characters are most of a key."""

import logging

logger = logging.getLogger(__name__)


def show(text: str) -> None:
    logger.info("asked with %s...", text[:12])  # expect: password


def show_more(text: str) -> None:
    logger.info("asked with %s...", text[:40])  # expect: API key


def ask(password: str, api_key: str) -> None:
    show(password)
    show_more(api_key)
