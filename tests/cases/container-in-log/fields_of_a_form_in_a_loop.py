"""What stands under a form's names is told, and so is an item of a body that is a list."""

import logging

from aiohttp import web

logger = logging.getLogger("accounts.login")


async def sign_up(request):
    data = await request.post()
    logger.debug("fields %s", data)  # expect: the request's body
    for row in await request.json():
        logger.debug("row %s", row)  # expect: the request's body
    return web.Response(text="ok")
