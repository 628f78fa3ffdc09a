"""What is put into the headers is a login, or they are those of a request that came in."""

import logging

logger = logging.getLogger(__name__)


def prepare(params, user):
    params["headers"]["Accept"] = "application/json"
    params["headers"]["Authorization"] = "Bearer " + user.access_token
    logger.debug("headers: %s", params["headers"])  # expect: reach logger.debug()


def middleware(request, forward):
    request["headers"]["X-Request-Id"] = forward.new_id()
    logger.debug("headers: %s", request["headers"])  # expect: reaches logger.debug()
    return forward(request)
