import base64
import logging
from urllib.parse import quote

from tornado.web import RequestHandler

logger = logging.getLogger(__name__)


class Search(RequestHandler):
    def get(self):
        words = self.get_argument("q")
        logger.info("search for %s", quote(words))
        logger.info("search for %s", base64.b64encode(words.encode()))
        logger.info("search for %s", words.encode("unicode_escape").decode())
        self.write({"count": 0})
