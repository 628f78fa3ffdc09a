import logging

logger = logging.getLogger(__name__)


class Agent:
    def __init__(self, password):
        self.password = password
        self.cookies = {}

    def begin(self, environ=None):
        if environ is not None:
            logger.debug("begun with %r", environ)  # expect: the WSGI environment
        return self.cookies
