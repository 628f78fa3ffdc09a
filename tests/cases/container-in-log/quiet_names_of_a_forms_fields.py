"""A loop over a form gives the names of its fields; Tornado's argument is one field of it."""

import logging

import tornado.web
from aiohttp import web

logger = logging.getLogger("accounts.login")


async def sign_up(request):
    data = await request.post()
    for key in data:
        logger.debug("field %r", key)
    return web.Response(text="ok")


class Login(tornado.web.RequestHandler):
    def post(self):
        name = self.get_body_argument("name")
        logger.warning("login of %r refused", name)
        self.set_status(401)
