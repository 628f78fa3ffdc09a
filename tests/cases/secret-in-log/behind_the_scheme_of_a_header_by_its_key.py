"""What stands behind the scheme logs in."""

import logging

from starlette.requests import Request

logger = logging.getLogger(__name__)


async def who(request: Request):
    logger.debug("with %r", request.headers["authorization"].split()[1])  # expect: the authorization header
    logger.debug("with %r", request.headers["x-api-key"].split()[0])  # expect: the API key
    return None
