"""The first word of an Authorization header is its scheme; parts of other headers let nobody in."""

import logging

logger = logging.getLogger(__name__)


def caller(request):
    kind, given = request.headers["Authorization"].split(" ", 1)
    logger.debug("called with a %s", kind)
    return given


def accepted(request):
    first, rest = request.headers["Accept"].split(" ", 1)
    logger.debug("wants %s and %s", first, rest)
    return first
