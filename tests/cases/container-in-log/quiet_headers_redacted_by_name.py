import logging

import requests

logger = logging.getLogger(__name__)
_REDACTED = "*****"
_SENSITIVE_HEADERS = {"authorization", "cookie"}


def _redact_header(name: str, value: str) -> str:
    if name.lower() in _SENSITIVE_HEADERS:
        return _REDACTED
    return value


def sent(request: requests.PreparedRequest) -> None:
    for header, value in request.headers.items():
        logger.debug("%r: %r", header, _redact_header(header, value))
