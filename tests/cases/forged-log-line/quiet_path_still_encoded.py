"""A path with its query as it stands in the request's line: what is no letter is written as %0A there."""

import logging

from aiohttp import web

log = logging.getLogger(__name__)


async def hit(request: web.Request) -> web.Response:
    log.info("hit: %s", request.path_qs)
    log.info("raw: %s", request.raw_path)
    return web.Response()
