# file: app/__init__.py
# file: app/privacy.py
import re
from copy import deepcopy

SENSITIVE = {"password", "token", "secret"}


def veil(text):
    if not text:
        return text
    return text[:2] + "*" * (len(text) - 2)


def without_secrets(data):
    return {k: v for k, v in data.items() if k not in SENSITIVE}


def blank(data):
    copy = deepcopy(data)
    for key in copy:
        if key in SENSITIVE:
            copy[key] = "***"
    return copy


def clean_url(url):
    return re.sub(r"//[^/@]+@", "//***@", url)


def clean_headers(headers):
    result = dict(headers)
    result.pop("Authorization", None)
    result.pop("Cookie", None)
    return result


class Masker:
    def apply(self, value):
        return "<hidden>"
# file: app/service.py
import logging

from app.privacy import Masker, blank, clean_headers, clean_url, veil, without_secrets

log = logging.getLogger(__name__)


def login(user, password):
    log.info("login %s with %s", user, veil(password))


def store(token):
    shown = veil(token)
    log.info("stored %s", shown)


def payload(data):
    log.info("payload %s", without_secrets(data))


def payload_copy(request):
    log.info("payload %s", blank(request.json()))


def database(database_url):
    log.info("connecting to %s", clean_url(database_url))


def outgoing(request):
    log.debug("headers %s", clean_headers(request.headers))


def with_object(secret):
    log.debug("secret %s", Masker().apply(secret))
