"""What is sent has another length or another scheme: there is nothing that could be verified."""

import base64
import logging

from aiohttp import web

from shop.keys import project_of

log = logging.getLogger(__name__)


async def things(request: web.Request):
    if "X-Api-Key" in request.headers:
        api_key = request.headers["X-Api-Key"]
    else:
        api_key = (await request.json()).get("key", "")
    if len(api_key) != 32:
        return web.json_response({"error": "missing api key"}, status=401)
    project = project_of(api_key)
    if project is None:
        log.warning("wrong api key from %s", request.remote)
        return web.json_response({"error": "wrong api key"}, status=401)
    return web.json_response({"project": project.name})


async def others(request: web.Request):
    header = request.headers["Authorization"]
    auth_type, auth_key = header.split(" ", 1)
    if auth_type != "Basic":
        raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Basic"})
    return web.json_response({"name": base64.b64decode(auth_key).decode()})
