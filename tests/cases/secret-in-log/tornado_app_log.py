from tornado.log import app_log
from tornado.web import RequestHandler


class LoginHandler(RequestHandler):
    async def post(self):
        password = self.get_body_argument("password")
        app_log.info("login with %r", password)  # expect: password
        self.set_secure_cookie("user", self.get_body_argument("user"))
