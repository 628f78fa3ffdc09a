# file: kitchen/models.py
from tortoise import Model, fields


class User(Model):
    login = fields.CharField(max_length=100)
    is_active = fields.BooleanField(default=True)


class Plate(Model):
    name = fields.CharField(max_length=100)
# file: kitchen/users.py
from aiohttp import web
from kitchen.models import Plate, User


class Users(web.View):
    async def post(self):
        data = await self.request.json()
        if await User.exists(login=data["login"]):
            raise web.HTTPConflict
        user = await User.create(**data)  # expect: created or deleted user
        raise web.HTTPCreated(headers={"Location": f"/users/{user.id}"})


class UserStatus(web.View):
    async def patch(self):
        data = await self.request.json()
        changed = await User.filter(pk=int(self.request.match_info["id"])).update(is_active=data["active"])  # expect: switched on or off
        if not changed:
            raise web.HTTPNotFound
        raise web.HTTPNoContent


class UserName(web.View):
    async def patch(self):
        data = await self.request.json()
        await User.filter(pk=int(self.request.match_info["id"])).update(login=data["login"])
        raise web.HTTPNoContent


class UserPlates(web.View):
    async def post(self):
        data = await self.request.json()
        await Plate.create(owner=self.request["user"], name=data["name"])
        raise web.HTTPCreated
