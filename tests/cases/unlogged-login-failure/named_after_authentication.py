"""A handler of Tornado's asks a method that is named after what it does."""

import json

from tornado.web import RequestHandler

from shop.rows import row_of


class LoginHandler(RequestHandler):
    def base_authentication(self, username, password):
        return row_of(username, password)

    def post(self):
        data = json.loads(self.request.body)
        user_info = None
        if data.get("login_type") == "base":
            user_info = self.base_authentication(username=data.get("username"), password=data.get("password"))
        if not user_info:
            return self.write({"code": -4, "msg": "unknown"})  # expect: failed login
        self.set_cookie("auth_key", user_info.key)
        return self.write({"code": 0})
