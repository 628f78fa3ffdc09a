import logging

logger = logging.getLogger(__name__)


class Application:
    def __call__(self, environ, start_response):
        return self.handle(environ)

    def handle(self, environ):
        method = environ["REQUEST_METHOD"].upper()
        path = environ.get("PATH_INFO", "")
        host = "unknown"

        def respond(status):
            logger.debug("%s %r from %s%s: %d", method, path, host, depth, status)
            return [b""]

        depth = ""
        if environ.get("HTTP_DEPTH"):
            depth = " with depth %r" % environ["HTTP_DEPTH"]
        if environ.get("REMOTE_HOST"):
            host = repr(environ["REMOTE_HOST"])
        return respond(204)
