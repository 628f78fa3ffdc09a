"""What is kept of a password may stand in a document, and who is not known leaves by the same exception."""

import tornado.web

from wiki import crypto


class Login(tornado.web.RequestHandler):
    def post(self):
        try:
            account = self.application.accounts[self.get_argument("email")]
            if crypto.hashed_password(self.get_argument("password")) != account.get("password"):  # expect: a failed login
                raise KeyError
        except KeyError:
            self.see_other("login", error="No such account or invalid password.")
        else:
            self.set_secure_cookie("wiki", account["email"])
            self.see_other("home")
