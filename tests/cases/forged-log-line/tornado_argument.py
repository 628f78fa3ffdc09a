import logging

from tornado.web import RequestHandler

logger = logging.getLogger(__name__)


class Vote(RequestHandler):
    def post(self):
        choice = self.get_argument("choice")
        logger.info("vote for %s", choice)  # expect:
        self.set_status(204)
