"""What stands behind the first word of an Authorization header logs in, whatever it is called."""

import logging

logger = logging.getLogger(__name__)


def caller(request):
    kind, given = request.headers["Authorization"].split(" ", 1)
    if kind.lower() not in ("bearer", "token"):
        raise ValueError(kind)
    logger.debug("called with %s", given)  # expect: the authorization header reaches logger.debug()
    return given


def other(request):
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    logger.debug("a %s: %s", kind, given)  # expect: the authorization header reaches logger.debug()
    return given
