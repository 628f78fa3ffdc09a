import json
import logging

from aiohttp import web

log = logging.getLogger(__name__)


async def register(request: web.Request, loads=None) -> web.Response:
    body = await request.text()
    params = (loads or json.loads)(body)
    params.pop("password", None)
    log.debug("registering: %s", params)
    log.debug("%d characters", (len or abs)(body))
    return web.json_response({})
