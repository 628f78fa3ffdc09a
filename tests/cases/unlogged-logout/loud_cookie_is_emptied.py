"""Tornado has no session to end: the cookie is set to nothing."""

import tornado.web


class Logout(tornado.web.RequestHandler):
    @tornado.web.authenticated
    def post(self):
        self.set_secure_cookie("wiki", "")  # expect: a logout leaves no security record
        self.redirect("/")


class Theme(tornado.web.RequestHandler):
    def post(self):
        self.set_secure_cookie("theme", "")
        self.redirect("/")
