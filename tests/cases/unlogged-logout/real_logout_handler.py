import logging

from tornado import web

log = logging.getLogger(__name__)


class LogoutHandler(web.RequestHandler):
    def get(self):
        self.clear_login_cookie()  # expect: leaves no security record
        self.redirect("/")

    def clear_login_cookie(self):
        self.clear_cookie("login")
