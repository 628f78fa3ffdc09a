import logging

from tornado import web

log = logging.getLogger(__name__)


class LoginHandler(web.RequestHandler):
    async def post(self):
        user = await self.application.users.authenticate(self.get_argument("name"), self.get_argument("password"))
        if user is None:
            log.warning("authn_login_fail %s", self.request.remote_ip)
            self.set_status(401)
            self.render("login.html", error="wrong name or password")
            return
        self.set_secure_cookie("user", user.name)
        self.redirect("/")
