"""The first word of what stands under the header's name is the scheme; what stands behind it is told."""

import logging

from starlette.requests import Request

logger = logging.getLogger(__name__)


async def who(request: Request):
    if "authorization" in request.headers:
        logger.debug("scheme %r", request.headers["authorization"].split()[0])
        logger.debug("scheme %r", request.headers.get("Authorization", "").split()[0])
        kind = request.headers["Authorization"].split(" ")[0]
        logger.debug("scheme %r", kind)
    return None
