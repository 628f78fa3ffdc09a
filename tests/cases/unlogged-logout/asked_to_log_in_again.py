"""Whoever logs out is answered with 401, so that the page asks for a login."""

import logging

from tornado.web import RequestHandler


class LogoutHandler(RequestHandler):
    def post(self):
        try:
            self.clear_all_cookies()  # expect: logout
        except ValueError as error:
            logging.error(error)
        self.set_status(401)
        self.finish()
