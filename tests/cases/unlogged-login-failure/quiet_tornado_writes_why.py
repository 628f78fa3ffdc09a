import tornado.web

from shop.people import authenticate


class LoginHandler(tornado.web.RequestHandler):
    async def post(self):
        name = self.get_argument("name")
        if not authenticate(name, self.get_argument("password")):
            raise tornado.web.HTTPError(403, f"Access denied to '{name}'")
        self.redirect("/")


class LogoutHandler(tornado.web.RequestHandler):
    def post(self):
        try:
            authenticate(self.get_argument("name"), self.get_argument("key"))
            self.clear_cookie("key")
        except ValueError:
            pass
        self.redirect("/")
