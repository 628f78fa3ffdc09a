"""One header of its own is hidden, and the others are not."""

import logging

from pyramid.request import Request

logger = logging.getLogger(__name__)


def refuse(request: Request) -> None:
    logger.warning("refused with %s", _filtered(request))  # expect: the request's headers


def _filtered(request: Request) -> dict[str, str]:
    headers = {}
    for name, value in request.headers.items():
        if "X-Till-Session" in name:
            headers["X-Till-Session"] = "<hidden>"
        else:
            headers[name] = value
    return headers
