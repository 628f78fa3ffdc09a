# file: net/show.py
import pprint


def pretty(thing):
    return pprint.pformat(thing, width=120)
# file: net/proxy.py
import logging

from net.show import pretty
from tornado.web import RequestHandler

logger = logging.getLogger(__name__)


class Proxy(RequestHandler):
    def prepare(self):
        logger.debug(f"incoming {pretty(self.request.headers)}")  # expect: headers
