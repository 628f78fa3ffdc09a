"""Headers of which one is masked, if it is among them; a header's value that only goes through if a list has its name."""

import logging
from copy import deepcopy

logger = logging.getLogger(__name__)

ALLOWED = {"content-type", "date", "user-agent"}
PLACEHOLDER = "REDACTED"


def masked(value):
    return "*" * (len(value) - 4) + value[-4:]


def fetch(session, url, token, extra=None):
    headers = extra or {}
    if token:
        headers["Authorization"] = "Bearer " + token
    headers["User-Agent"] = "shop"
    shown = deepcopy(headers)
    if "Authorization" in shown:
        shown["Authorization"] = masked(shown["Authorization"])
    logger.debug("headers:")
    logger.debug(shown)
    return session.get(url, headers=headers)


def _redact_header(name, value):
    if name.lower() in ALLOWED:
        return value
    return PLACEHOLDER


def tell(request, error):
    text = f"request {request.url}"
    for name, value in request.headers.items():
        value = _redact_header(name, value)
        if value and value != PLACEHOLDER:
            text += "\n    '{}': '{}'".format(name, value)
    logger.info(text)


def sent(method, url, headers, token):
    headers = {"Authorization": token, "Accept": "text/csv", **headers}
    text = "\n".join(f"{name}: {headers[name]}" for name in headers if name != "Authorization")
    logger.debug(f"{method} {url}\n{text}")
