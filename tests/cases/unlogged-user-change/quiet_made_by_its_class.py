# file: kitchen/models.py
from tortoise import Model, fields


class User(Model):
    login = fields.CharField(max_length=100)
# file: kitchen/users.py
import logging

from aiohttp import web
from kitchen.models import User

log = logging.getLogger(__name__)


class Users(web.View):
    async def post(self):
        data = await self.request.json()
        user = await User.create(**data)
        log.info("user %s was made by %s", user.login, self.request.remote)
        raise web.HTTPCreated(headers={"Location": f"/users/{user.id}"})

    async def patch(self):
        data = await self.request.json()
        user = await User.create(**data)
        raise web.HTTPInternalServerError(text=f"not yet: {user.login}")
