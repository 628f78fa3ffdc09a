import logging

from aiohttp import web

log = logging.getLogger(__name__)
routes = web.RouteTableDef()


def forbidden():
    raise web.HTTPForbidden(text="no")


@routes.delete("/rooms/{room}")
async def remove(request):
    room = await find(request.match_info["room"])
    if room.owner != request["user"]:
        return web.json_response({"error": "not yours"}, status=403)  # expect: denied access
    log.info("room %s removed", room.id)
    return web.json_response({})


async def find(name): ...
