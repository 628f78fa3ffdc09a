import logging

from bottle import hook, request, response

logger = logging.getLogger(__name__)


@hook("before_request")
def begins():
    logger.debug("incoming {} of {}".format(request.url, request.remote_addr))


@hook("after_request")
def ends():
    logger.debug("{} ended with {}".format(request.url, response.status_code))
