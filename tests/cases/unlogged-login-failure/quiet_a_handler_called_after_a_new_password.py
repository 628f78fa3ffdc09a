from tornado.options import options
from tornado.web import RequestHandler


class SettingsHandler(RequestHandler):
    def post(self):
        password = self.get_argument("password")
        if password == options.password:
            self.render("settings.html", note="That is the password you have")
        else:
            self.render("settings.html", note="Tell your colleagues")
