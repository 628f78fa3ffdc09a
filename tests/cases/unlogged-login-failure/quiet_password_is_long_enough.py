"""A library's function that is given a password alone compares it with nothing."""

import json

from company_sdk.passwords import check_password
from tornado.web import RequestHandler

from shop.users import add


class UserHandler(RequestHandler):
    def post(self):
        data = json.loads(self.request.body)
        if not check_password(data["password"]):
            return self.write({"code": -5, "msg": "at least eight characters, digits and letters"})
        return self.write(add(data["name"], data["password"]))
