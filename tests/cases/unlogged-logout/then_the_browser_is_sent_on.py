from aiohttp import web
from aiohttp_session import get_session


async def logout(request):
    session = await get_session(request)
    session.invalidate()  # expect: logout
    raise web.HTTPFound("/")
