import logging

from aiohttp import web

logger = logging.getLogger("aiohttp.app")


async def whoami(request: web.Request) -> web.Response:
    session_cookie = request.cookies.get("sessionid")
    logger.debug("session cookie %r", session_cookie)  # expect: cookie|session
    return web.json_response({"known": session_cookie is not None})
