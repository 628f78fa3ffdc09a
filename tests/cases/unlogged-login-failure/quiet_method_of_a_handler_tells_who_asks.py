import logging

from tornado.web import RequestHandler

from .accounts import Accounts

logger = logging.getLogger(__name__)


class IncorrectPasswordError(Exception):
    pass


class TokenHandler(RequestHandler):
    def validate_owner(self, name, password):
        try:
            return Accounts.login(name, password)
        except IncorrectPasswordError:
            return None

    def post(self):
        name = self.get_argument("name")
        owner = self.validate_owner(name, self.get_argument("password"))
        if owner is None:
            logger.warning("failed login of %r from %s", name, self.request.remote_ip)
            self.set_status(400)
            self.write({"error": "wrong name or password"})
            return
        self.give_token(owner)
