from tornado.web import RequestHandler

from .accounts import Accounts


class IncorrectPasswordError(Exception):
    pass


def refuse(handler, text):
    handler.set_status(400)
    handler.write({"error": text})
    handler.finish()


class TokenHandler(RequestHandler):
    def validate_owner(self, name, password):
        try:
            Accounts.login(name, password)
        except IncorrectPasswordError:
            refuse(self, "wrong name or password")
            return  # expect: a failed login leaves no security record
        self.give_token(name)

    def post(self):
        self.validate_owner(self.get_argument("name"), self.get_argument("password"))
