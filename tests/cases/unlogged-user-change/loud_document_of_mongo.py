"""Somebody new is put into a collection that is an attribute of the database's client."""

from aiohttp import web

from wall.security import generate_password_hash


class SiteHandler:
    def __init__(self, mongo):
        self._mongo = mongo

    @property
    def mongo(self):
        return self._mongo

    async def register(self, request):
        form = await request.post()
        await self.mongo.user.insert_one(  # expect: a created or deleted user leaves no security record
            {"username": form["username"], "pw_hash": generate_password_hash(form["password"])}
        )
        raise web.HTTPFound("/login")
