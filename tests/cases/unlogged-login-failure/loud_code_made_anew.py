"""The code of now is made and compared, and nobody asks a `verify()`."""

import pyotp
from tornado.web import RequestHandler

from shop.accounts import find_account


class SecondStep(RequestHandler):
    def post(self):
        account = find_account(self.get_secure_cookie("account"))
        if pyotp.TOTP(account.secret).now() != str(self.get_argument("code")):
            return self.write({"error": "wrong code"})  # expect: a failed login leaves no security record
        self.set_secure_cookie("user", str(account.number))
