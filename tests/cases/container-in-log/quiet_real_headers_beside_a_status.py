import logging

logger = logging.getLogger(__name__)


class Application:
    def __call__(self, environ, start_response):
        status, headers, answer = self.dispatch(environ)
        headers = dict(headers)
        headers["Content-Length"] = str(len(answer))
        logger.debug("answered with %r", headers)
        start_response(status, list(headers.items()))
        return [answer]
