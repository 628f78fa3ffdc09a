import logging

from aiohttp import web

logger = logging.getLogger(__name__)


async def handler(request: web.Request) -> web.Response:
    logger.debug("header names %r", sorted(request.headers))
    logger.debug("cookie names %r", list(request.cookies.keys()))
    logger.debug("fields %r", [name for name in request.headers])
    return web.Response()
