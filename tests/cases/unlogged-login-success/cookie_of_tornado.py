import logging

import bcrypt
import tornado.web

from scanner.passwords import load

log = logging.getLogger(__name__)


class LoginHandler(tornado.web.RequestHandler):
    def post(self):
        name = self.get_argument("name")
        kept = load().get(name)
        if kept is not None and bcrypt.checkpw(self.get_argument("password").encode(), kept):
            self.set_secure_cookie("login", name, expires_days=1)  # expect: login
            self.redirect("/")
            return
        log.warning("a login failed")
        self.render("login.html")
