import logging
from http.server import BaseHTTPRequestHandler

import tornado.web

logger = logging.getLogger(__name__)


class FilesHandler(BaseHTTPRequestHandler):
    def do_AUTHHEAD(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="Files"')
        self.end_headers()

    def forbid(self):
        logger.warning("access denied to %s", self.client_address[0])
        self.send_response(403)
        self.end_headers()

    def do_GET(self):
        if self.headers.get("Authorization") is None:
            self.do_AUTHHEAD()
            self.wfile.write(b"no auth header received")
            return
        self.send_response(200)
        self.end_headers()

    def do_DELETE(self):
        if not self.server.permissions.may_delete(self.user, self.path):
            self.forbid()
            return
        self.answer(204)


class Answering(tornado.web.RequestHandler):
    def write_forbidden(self):
        self.set_status(403)
        self.finish({"error": "forbidden"})

    def answer(self, found):
        if found is None:
            self.set_status(403)
        else:
            self.write(found)


class Jobs(Answering):
    def delete(self, number):
        if not self.current_user.is_admin:
            logger.warning("%s may not delete job %s", self.current_user.name, number)
            self.write_forbidden()
            return
        self.application.jobs.delete(number)

    def get(self, number):
        if not self.application.jobs.is_ready(number):
            self.answer(None)
            return
        self.answer(self.application.jobs.get(number))
