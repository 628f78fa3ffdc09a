import logging

import bottle
from bottle import abort, delete, error, hook, request, response

logger = logging.getLogger(__name__)


@error(403)
def refused(err):
    logger.warning("refused %s for %s", request.path, request.remote_addr)
    return "no"


@delete("/order/<pk>")
def order(pk):
    if not request.user.can("delete", pk):
        abort(403, "no")
    return {}
