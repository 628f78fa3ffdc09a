"""Who has the cookie of a session is logged in; who has that of a theme is not."""

import logging

from flask import request

log = logging.getLogger(__name__)


def flask_session():
    log.info("came with %r", request.cookies.get("session"))  # expect: the session cookie


def django_session(request):
    log.info("came with %r", request.COOKIES["sessionid"])  # expect: the session cookie


def of_an_own_name(request):
    log.info("came with %r", request.COOKIES.get("shop_sid"))  # expect: the session cookie


def theme(request):
    log.info("came with %r", request.COOKIES.get("theme"))
    log.info("came with %r", request.COOKIES.get("session_length"))
    log.info("there is one: %s", "sessionid" in request.COOKIES)
