import logging

logger = logging.getLogger(__name__)


class Application:
    def __call__(self, environ, start_response):
        return self.handle(environ)

    def handle(self, environ):
        shown = dict(environ)

        def respond(status):
            logger.debug("%r: %d", shown, status)  # expect: WSGI environment
            return [b""]

        return respond(204)
