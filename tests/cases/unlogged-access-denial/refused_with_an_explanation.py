import logging
from http.server import BaseHTTPRequestHandler

logger = logging.getLogger(__name__)


class FilesHandler(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        logger.debug("files: %s - %s", self.address_string(), format % args)

    def do_DELETE(self):
        if not self.server.permissions.may_delete(self.user, self.path):
            self.send_error(403, explain="You may not delete this file")
            return  # expect: a denied access leaves no security record
        self.answer(204)
