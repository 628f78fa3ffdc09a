import logging

logger = logging.getLogger("wsgi")


def application(environ, start_response):
    logger.debug("environ %r", environ)  # expect: environ
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]
