import logging

from flask import request

logger = logging.getLogger(__name__)


def note():
    headers = dict(request.headers)
    headers.pop("Cookie", None)
    logger.debug("headers: %s", headers)  # expect: headers
