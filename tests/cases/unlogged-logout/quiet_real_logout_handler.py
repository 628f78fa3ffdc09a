import logging

from tornado import web

log = logging.getLogger(__name__)


class LogoutHandler(web.RequestHandler):
    def get(self):
        user = self.current_user
        if user:
            log.info("User logged out: %s", user.name)
        self.clear_login_cookie()
        self.redirect("/")

    def clear_login_cookie(self):
        self.clear_cookie("login")
