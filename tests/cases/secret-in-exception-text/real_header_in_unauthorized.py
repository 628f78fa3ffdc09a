import logging

logger = logging.getLogger(__name__)


class Unauthorized(Exception):
    pass


def authenticate(req, keys):
    if req.headers["X-Auth-Token"] not in keys:
        msg = "Auth token is invalid: %s" % req.headers["X-Auth-Token"]
        raise Unauthorized(msg)  # expect: token|header


def dispatch(req, keys):
    try:
        authenticate(req, keys)
    except Unauthorized as error:
        logger.warning("%s", error)
        return 401
    return 200
