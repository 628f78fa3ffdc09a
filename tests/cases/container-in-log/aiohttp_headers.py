import logging

from aiohttp import web

logger = logging.getLogger(__name__)


@web.middleware
async def tracing(request, handler):
    logger.debug("%s with %r", request.method, request.headers)  # expect: headers
    return await handler(request)
