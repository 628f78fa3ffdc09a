import logging

from aiohttp import web

from store import Client, InvalidCredentials, UnknownError

logger = logging.getLogger(__name__)


class Login(web.View):
    async def _validate_credentials(self, email, password):
        client = Client(email, password)
        try:
            await client.get_devices()
        except InvalidCredentials:
            return "invalid_auth"
        except UnknownError:
            return "unknown"
        return None

    async def post(self):
        form = await self.request.post()
        errors = {}
        problem = await self._validate_credentials(form["email"], form["password"])
        if problem is None:
            self.request["session"]["user"] = form["email"]
            raise web.HTTPFound("/")
        errors["base"] = problem
        return web.json_response({"errors": errors})  # expect: post() returns json_response()


class Told(Login):
    async def put(self):
        form = await self.request.post()
        problem = await self._validate_credentials(form["email"], form["password"])
        if problem is None:
            self.request["session"]["user"] = form["email"]
            raise web.HTTPFound("/")
        logger.warning("login of %s from %s refused: %s", form["email"], self.request.remote, problem)
        return web.json_response({"error": problem})
