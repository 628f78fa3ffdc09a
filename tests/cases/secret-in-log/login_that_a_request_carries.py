import logging

from flask import request

log = logging.getLogger(__name__)


def required(view):
    log.debug("asked with %s", request.authorization)  # expect: the authorization header reaches log.debug()
    log.debug("asked with a login: %s", request.authorization is not None)
    log.debug("asked by %s", request.authorization.username)
    return view()
