import logging

from aiohttp import web

log = logging.getLogger(__name__)
routes = web.RouteTableDef()


@routes.post("/logout")
async def logout(request):
    db = request.app["db"]
    await db.just_execute("DELETE FROM sessions WHERE session_id = %s;", request["session"])
    log.info("%s logged out", request["user"])
    raise web.HTTPFound("/")


@routes.post("/tidy")
async def tidy(request):
    await request.app["db"].just_execute("DELETE FROM sessions WHERE expires < now();")
    return web.Response()
