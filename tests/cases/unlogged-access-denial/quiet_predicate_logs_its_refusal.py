import logging

from tornado import web

log = logging.getLogger(__name__)


class Handler(web.RequestHandler):
    def check_origin_of(self, name):
        if self.request.headers.get("Origin") == name:
            return True
        log.warning("Blocked %s from %s", name, self.request.remote_ip)
        return False

    def prepare(self):
        if not self.check_origin_of("https://shop"):
            raise web.HTTPError(403)
