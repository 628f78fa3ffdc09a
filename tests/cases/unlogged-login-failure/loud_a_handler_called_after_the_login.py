from tornado.options import define, options
from tornado.web import RequestHandler

define("password", type=str)


class LoginHandler(RequestHandler):
    def post(self):
        password = self.get_argument("password")
        if password == options.password:  # expect: a failed login leaves no security record
            self.set_secure_cookie("user", "owner")
            self.redirect("/")
        else:
            self.render("login.html", error="That is not the password")
