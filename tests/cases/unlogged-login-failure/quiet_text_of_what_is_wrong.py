"""The text of what is wrong is recorded by whoever asked for it."""

import logging

from aiohttp import web
from aiohttp_security import remember

from shop.passwords import check_password_hash

log = logging.getLogger(__name__)


async def validate_login_form(users, form):
    user = await users.by_name(form["username"])
    if not user:
        return "Invalid username"
    if not check_password_hash(form["password"], user.password_hash):
        return "Invalid password"
    return None


async def login(request):
    form = await request.post()
    error = await validate_login_form(request.app["users"], form)
    if error:
        log.warning("login of %r failed: %s", form["username"], error)
        return {"error": error}
    response = web.HTTPFound("/")
    await remember(request, response, form["username"])
    return response
