"""A helper answers with the status that it is given."""

import json
import logging
from http import HTTPStatus

import bcrypt
import tornado.web

LOGGER = logging.getLogger(__name__)


class WrongCredentials(Exception):
    """The name or the password is wrong."""


class Keeper:
    def __init__(self):
        self.users = {}

    def check_user(self, name, password):
        user = self.users.get(name)
        if user is None or not bcrypt.checkpw(password.encode(), user.password):
            raise WrongCredentials
        return user


class ApiHandler(tornado.web.RequestHandler):
    def fail(self, status: HTTPStatus, reason: str) -> None:
        self.set_status(status, reason=reason)
        self.set_header("Content-Type", "application/json")
        self.finish({"status": status, "error": reason})

    async def off_loop(self, func, *args):
        return await self.ioloop.run_in_executor(None, func, *args)


class LoginHandler(ApiHandler):
    keeper = Keeper()

    async def post_login(self):
        body = json.loads(self.request.body)
        try:
            user = self.keeper.check_user(body["name"], body["password"])
        except WrongCredentials:
            self.fail(HTTPStatus.UNAUTHORIZED, reason="Wrong name or password")
            return  # expect: a failed login leaves no security record
        self.set_secure_cookie("user", user.name)

    async def post_off(self):
        body = json.loads(self.request.body)
        try:
            user = await self.off_loop(self.keeper.check_user, body["name"], body["password"])
        except WrongCredentials:
            self.fail(HTTPStatus.UNAUTHORIZED, reason="Wrong name or password")
            return  # expect: a failed login leaves no security record
        self.set_secure_cookie("user", user.name)
