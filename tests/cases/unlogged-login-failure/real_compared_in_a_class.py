import hmac

import tornado.web


class Entrance(tornado.web.RequestHandler):
    def post(self):
        user = self.application.users.get(self.get_argument("name"))
        if user and hmac.compare_digest(user.secret, hashed(self.get_argument("password"))):  # expect: failed login
            self.set_secure_cookie("user", user.name)
            self.redirect("/")
        else:
            self.set_status(401)
            self.render("login.html", error="no")
