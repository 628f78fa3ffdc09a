"""The server takes a token out of the query, and writes the address of every request."""

import logging

from tornado import web

access_log = logging.getLogger("shop.access")


class BaseHandler(web.RequestHandler):
    def get_current_user(self):
        return self.users.by_token(self.get_argument("token", ""))


def log_request(handler):
    request = handler.request
    fields = {"method": request.method, "uri": request.uri}
    access_log.info("{method} {uri}".format(**fields))  # expect: it shows the token
