"""A loop over a few names says which headers are kept: one of these is a login."""

import logging

import flask

log = logging.getLogger(__name__)

TRACED = ["Host", "X-Request-Id", "Cookie"]


def before_an_error_page():
    kept = {}
    for name in TRACED:
        if name in flask.request.headers:
            kept[name] = flask.request.headers[name]
    log.warning("error page for %s", kept)  # expect: `kept` reaches log.warning(): its text shows the cookie


def hides_nothing(headers):
    for name in ("X-Forwarded-For", "Referer"):
        headers.pop(name, None)
    log.warning("error page for %s", headers)  # expect: the headers
