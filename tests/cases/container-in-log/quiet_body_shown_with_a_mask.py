"""What is written is the body with a mask in it, or headers of a function that hides what is secret."""

import json
import logging

from pyramid.request import Request

logger = logging.getLogger(__name__)
SESSION_HEADER = "X-Till-Session"


def refuse(request: Request) -> None:
    logger.warning("cannot read %s", _shown(request))


def _shown(request: Request) -> str:
    shown = request.body
    if request.content_type == "multipart/form-data" and len(shown) > 120:
        shown = "{}...".format(shown[:120])
    elif request.content_type == "application/json":
        order = request.json_body
        if isinstance(order, dict) and "password" in order:
            copied = order.copy()
            copied["password"] = "<hidden>"
            shown = json.dumps(copied)
    return shown


class Refusal(Exception):
    def __init__(self, request: Request | None) -> None:
        if request is None:
            headers = url = ""
        else:
            headers = _filtered(request)
            url = request.path
        logger.warning("refused %s with %s", url, headers)


def _filtered(request: Request) -> dict[str, str]:
    headers = {}
    for name, value in request.headers.items():
        if name in [SESSION_HEADER, "Cookie"]:
            headers[name] = "<hidden>"
        else:
            headers[name] = value
    return headers
