# file: hub/handlers.py
import logging

from tornado.web import RequestHandler

log = logging.getLogger(__name__)


class ServerHandler(RequestHandler):
    def delete(self, name):
        log.info("server %s is stopped", name)
        self.stop(name)
# file: hub/tokens.py
from tornado.web import RequestHandler


class TokenHandler(RequestHandler):
    def delete(self, name):
        tokens = [token for token in self.current_user.tokens if token.client == name]
        for token in tokens:
            self.db.delete(token)  # expect: token
        self.db.commit()
        self.set_status(204)
