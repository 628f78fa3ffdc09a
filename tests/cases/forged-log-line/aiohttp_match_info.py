import logging

from aiohttp import web

logger = logging.getLogger(__name__)
routes = web.RouteTableDef()


@routes.get("/users/{name}")
async def user(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    logger.info("profile of %s", name)  # expect:
    return web.json_response({})
