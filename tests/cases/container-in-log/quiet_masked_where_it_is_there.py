"""Headers of which one is masked, if it is among them; a header's value that only goes through if a list has its name."""

import logging
from copy import deepcopy

from azure.core.pipeline.policies import HttpLoggingPolicy

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


class Rest:
    def _log(self, method, url, headers):
        text = f"{method.upper()} {url}\n"
        text += "\n".join("{}: {}".format(name, headers[name]) for name in headers if name != "Authorization")
        text += "\nlength of the Authorization header: " + str(len(headers["Authorization"]))
        logger.debug(text)

    def once(self, method, url, extra):
        headers = {"Authorization": self.session.headers["Authorization"]}
        headers["User-Agent"] = self.agent
        headers.update(extra)
        self._log(method, url, headers)
        return getattr(self.session, method)(url, headers=headers)


class Policy(HttpLoggingPolicy):
    def failed(self, request, allowed, error):
        text = f"request {request.method}"
        for name, value in request.headers.items():
            value = self._redact(name, value, allowed)
            if value and value != HttpLoggingPolicy.REDACTED_PLACEHOLDER:
                text += "\n    '{}': '{}'".format(name, value)
        logger.info("%s failed: %s", text, error)

    @staticmethod
    def _redact(name, value, allowed):
        if name.lower() in allowed:
            return value
        return HttpLoggingPolicy.REDACTED_PLACEHOLDER
