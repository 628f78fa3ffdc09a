"""Dots behind the beginning of a long text say that it goes on: nothing of it is hidden."""

import logging

from flask import request

logger = logging.getLogger(__name__)


def refused_order() -> None:
    body = request.get_data(as_text=True)
    shown = body[:500] + "..." if len(body) > 500 else body
    logger.warning("cannot read the order %s", shown)  # expect: the request's body


def refused_cake() -> None:
    body = request.get_data(as_text=True)
    if len(body) > 120:
        body = f"{body[:120]}..."
    logger.warning("cannot read the cake %s", body)  # expect: the request's body


def refused_bread() -> None:
    body = request.get_data(as_text=True)
    if len(body) > 200:
        body = "{}... (truncated)".format(body[:200])
    logger.warning("cannot read the bread %s", body)  # expect: the request's body
