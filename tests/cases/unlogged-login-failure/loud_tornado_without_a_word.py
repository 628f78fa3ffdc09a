import tornado.web

from shop.people import authenticate


class LoginHandler(tornado.web.RequestHandler):
    async def post(self):
        if not authenticate(self.get_argument("name"), self.get_argument("password")):
            raise tornado.web.HTTPError(403)  # expect: a failed login leaves no security record
        self.redirect("/")
