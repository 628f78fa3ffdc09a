import logging

import bcrypt
from aiohttp import web

routes = web.RouteTableDef()
logger = logging.getLogger(__name__)


@web.middleware
async def refusals(request, handler):
    try:
        return await handler(request)
    except web.HTTPException as error:
        logger.warning("%r refused: %s", request.path, error.status)
        raise


@routes.post("/login")
async def login(request):
    form = await request.post()
    user = await find(form["name"])
    if not bcrypt.checkpw(form["password"].encode(), user.hashed):
        raise web.HTTPUnauthorized()
    return web.json_response({"id": user.id})


async def find(name): ...
