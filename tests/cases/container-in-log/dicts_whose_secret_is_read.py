import logging

from flask import request

log = logging.getLogger(__name__)


def options(config):
    connect(config["host"], config["password"])
    log.info("connected with %s", config)  # expect: password


def kwargs_log(**kwargs):
    login(kwargs["user"], kwargs["password"])
    log.info("called with %s", kwargs)  # expect: password


def looped(request):
    for name, value in request.headers.items():
        log.debug("%s: %s", name, value)  # expect: reach


def deny_cookie(request):
    headers = dict(request.headers)
    headers.pop("Cookie", None)
    log.info("headers %s", headers)  # expect: reach
