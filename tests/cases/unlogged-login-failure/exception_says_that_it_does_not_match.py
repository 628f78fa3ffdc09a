from aiohttp import web

from shop.users import User


async def login(request):
    data = await request.json()
    try:
        uid, token = User.Objects.login(data.get("username"), data.get("password"))
    except (User.DoesNotExist, User.PasswordDoesNotMatch, ValueError) as ex:
        return web.HTTPBadRequest(reason=str(ex))  # expect: a failed login leaves no security record
    return web.json_response({"uid": uid, "token": token})
