"""Login and cookies are hidden; of the headers that are sent to another server the cookies are few."""

import json
import logging

from tornado import httpclient, web

log = logging.getLogger(__name__)


class LoginHandler(web.RequestHandler):
    def post(self):
        self.set_secure_cookie("seat", self.issue())

    def on_finish(self):
        headers = dict(self.request.headers)
        for name in ("Authorization", "Cookie"):
            headers.pop(name, None)
        log.error("served with %s", headers)

    def prepare(self):
        headers = dict(self.request.headers)
        if "Cookie" in headers:
            headers["Cookie"] = "***"
        if "Authorization" in headers:
            headers["Authorization"] = "***"
        log.error("asked with %s", headers)

    def on_connection_close(self):
        headers = dict(self.request.headers)
        headers["Authorization"] = "***"
        headers["Cookie"] = "***"
        log.error("gone with %s", headers)


def scrubbed(headers):
    headers = dict(headers)
    if "Authorization" in headers:
        headers["Authorization"] = "token [secret]"
    if "Cookie" in headers:
        headers["Cookie"] = "[secret]"
    return headers


def report(handler):
    log.error(json.dumps(scrubbed(handler.request.headers), indent=2))


def ask(url, token):
    request = httpclient.HTTPRequest(url, headers={"Authorization": token})
    headers = dict(request.headers)
    headers["Authorization"] = "***"
    log.error("asking with %s", headers)
