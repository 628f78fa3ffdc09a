from aiohttp import web
from aiohttp_security import forget, is_anonymous


class Logout(web.View):
    async def get(self):
        if await is_anonymous(self.request):
            raise web.HTTPUnauthorized
        response = web.HTTPOk()
        await forget(self.request, response)  # expect: a logout leaves no security record
        raise response


async def logout(request):
    response = web.HTTPFound("/login")
    await forget(request, response)  # expect: a logout leaves no security record
    raise response
