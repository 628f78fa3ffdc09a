import bcrypt
from aiohttp import web

routes = web.RouteTableDef()


@routes.post("/login")
async def login(request):
    form = await request.post()
    user = await find(form["name"])
    if not bcrypt.checkpw(form["password"].encode(), user.hashed):
        raise web.HTTPUnauthorized()  # expect: failed login
    return web.json_response({"id": user.id})


async def find(name): ...
