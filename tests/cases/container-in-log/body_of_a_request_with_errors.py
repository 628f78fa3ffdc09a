"""What a client sent is no answer, also where the function is called by what it raises."""

import logging

from flask import Request

logger = logging.getLogger(__name__)


class Refused(Exception):
    pass


def raise_if_invalid(request: Request, problems: list[str]) -> None:
    if not problems:
        return
    logger.warning("%s problems in %s", len(problems), _shown(request))  # expect: the request's body
    raise Refused(len(problems))


def _shown(request: Request) -> str:
    body = request.get_data(as_text=True)
    if request.content_type == "multipart/form-data" and len(body) > 120:
        body = f"{body[:120]}..."
    return body
