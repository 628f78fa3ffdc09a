"""A handler may keep its messages itself, and send the browser elsewhere with one."""

import logging

import tornado.web

log = logging.getLogger("wiki.audit")


class Disable(tornado.web.RequestHandler):
    @tornado.web.authenticated
    def post(self, email):
        if not self.is_admin():
            self.set_error_flash("Only admin may disable an account.")
            self.redirect("/")
            return  # expect: a denied access leaves no security record
        self.application.accounts[email]["disabled"] = True
        log.info("%s disables %s", self.current_user, email)
        self.redirect("/accounts")
