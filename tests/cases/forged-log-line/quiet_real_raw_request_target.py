import logging

from tornado import web

logger = logging.getLogger(__name__)


class Fallback(web.RequestHandler):
    def prepare(self):
        logger.warning("404 %s %s from %s", self.request.method, self.request.uri, self.request.remote_ip)

    def get(self):
        raise web.HTTPError(404)
