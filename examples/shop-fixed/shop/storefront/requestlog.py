"""One line for every request."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

logger = logging.getLogger(__name__)

LOGGED_HEADERS = ("Accept", "Accept-Language", "Content-Length", "Content-Type", "User-Agent")


def _begin() -> None:
    g.begun = time.monotonic()
    shown = {name: request.headers[name] for name in LOGGED_HEADERS if name in request.headers}
    logger.debug("%s %s, headers %r", request.method, request.endpoint, shown)


def _end(response: Response) -> Response:
    logger.info(
        "%s %r -> %d in %.0f ms, %s bytes, cookie sent: %s",
        request.method,
        request.path,
        response.status_code,
        (time.monotonic() - g.begun) * 1000,
        response.content_length,
        "Cookie" in request.headers,
    )
    return response


def install(app: Flask) -> None:
    """Log the requests of this application."""
    app.before_request(_begin)
    app.after_request(_end)
