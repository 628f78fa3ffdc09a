import base64
from http.server import BaseHTTPRequestHandler

import tornado.web

KEY = base64.b64encode(b"admin:" + open("secret", "rb").read()).decode()


class FilesHandler(BaseHTTPRequestHandler):
    def do_AUTHHEAD(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="Files"')
        self.end_headers()

    def forbid(self):
        self.send_response(403)
        self.end_headers()

    def do_GET(self):
        if self.headers.get("Authorization") != "Basic " + KEY:  # expect: do_GET() calls do_AUTHHEAD(401)
            self.do_AUTHHEAD()
            self.wfile.write(b"not authenticated")
        else:
            self.send_response(200)
            self.end_headers()

    def do_DELETE(self):
        if not self.server.permissions.may_delete(self.user, self.path):
            self.forbid()
            return  # expect: do_DELETE() calls forbid(403)
        self.answer(204)


class Answering(tornado.web.RequestHandler):
    def write_forbidden(self):
        self.set_status(403)
        self.finish({"error": "forbidden"})


class Jobs(Answering):
    def delete(self, number):
        if not self.current_user.is_admin:
            self.write_forbidden()
            return  # expect: delete() calls write_forbidden(403)
        self.application.jobs.delete(number)
