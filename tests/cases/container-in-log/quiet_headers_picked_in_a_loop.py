"""A loop over a few names says which headers are kept: none of these is a login."""

import json
import logging

import flask

log = logging.getLogger(__name__)

TRACED = ("Host", "X-Request-Id", "User-Agent")


def before_an_error_page(request):
    headers = {}
    for header in ["Host", "Accept", "Referer"]:
        if header in request.headers:
            value = request.headers[header]
            if header == "Referer":
                value = value.partition("?")[0]
            headers[header] = value
    log.error(json.dumps(headers, indent=2))


def by_a_constant():
    headers = {}
    for name in TRACED:
        headers[name] = flask.request.headers.get(name)
    log.error("error page for %s", headers)


def at_once():
    headers = {name: flask.request.headers.get(name) for name in TRACED}
    log.error("error page for %s", headers)


def hides(headers):
    for name in ("Authorization", "Cookie", "X-Own-Login"):
        headers[name] = "***"
    log.error("error page for %s", headers)
