"""A helper that calls both a request gives an answer's headers where it is given one."""

import logging

logger = logging.getLogger(__name__)


def lines(request, symbol):
    shown = ""
    for key, value in request.headers.items():
        shown += "\n%s %s: %s" % (symbol, key, value)
    return shown


def debug(request, response):
    logger.debug("> %s %s", request.method, lines(request, ">"))  # expect: the request's headers
    logger.debug("< %s %s", response.status_code, lines(response, "<"))
