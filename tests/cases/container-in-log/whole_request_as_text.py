"""A request as a command line, and as it went over the wire."""

import logging

import curlify
from requests_toolbelt.utils import dump

logger = logging.getLogger(__name__)


def send(session, request):
    response = session.send(request)
    logger.debug("sent: %s", curlify.to_curl(response.request))  # expect: the request with its headers reaches logger.debug()
    if not response.ok:
        logger.error(dump.dump_all(response).decode("utf-8"))  # expect: the request with its headers
    return response
