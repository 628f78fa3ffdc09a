"""Who hides the Authorization header of what a browser sends has not hidden the cookie that logs in."""

import json
import logging

from tornado import web

log = logging.getLogger(__name__)


class LoginHandler(web.RequestHandler):
    def post(self):
        self.set_secure_cookie("seat", self.issue())

    def on_finish(self):
        headers = dict(self.request.headers)
        if "Authorization" in headers:
            headers["Authorization"] = "***"
        log.error("served with %s", headers)  # expect: their text shows the cookies

    def write_error(self, status_code, **kwargs):
        headers = dict(self.request.headers)
        headers.pop("Authorization", None)
        log.error("failed with %s", headers)  # expect: request's headers reach log.error()


def scrubbed(headers):
    headers = dict(headers)
    if "Authorization" in headers:
        headers["Authorization"] = "token [secret]"
    return headers


def report(handler):
    request = handler.request
    headers = scrubbed(request.headers)
    log.error(json.dumps(headers, indent=2))  # expect: their text shows the cookies
