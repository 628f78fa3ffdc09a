from aiohttp import web

routes = web.RouteTableDef()


@routes.post("/logout")
async def logout(request):
    db = request.app["db"]
    await db.just_execute("DELETE FROM sessions WHERE session_id = %s;", request["session"])  # expect: a logout leaves no security record
    raise web.HTTPFound("/")
