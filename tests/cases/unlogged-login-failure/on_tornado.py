from tornado import web


class LoginHandler(web.RequestHandler):
    async def post(self):
        user = await self.application.users.authenticate(self.get_argument("name"), self.get_argument("password"))
        if user is None:
            self.set_status(401)
            self.render("login.html", error="wrong name or password")
            return  # expect: failed login
        self.set_secure_cookie("user", user.name)
        self.redirect("/")
