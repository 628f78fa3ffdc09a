import logging

import flask

logger = logging.getLogger(__name__)
app = flask.Flask(__name__)


@app.before_request
def trace():
    env = flask.request.environ
    target = env.get("REQUEST_URI") or env.get("RAW_URI")
    logger.debug("%s begins, query %s", target, env.get("QUERY_STRING"))


def application(environ, start_response):
    logger.info("asked for %s by %s", environ["REQUEST_URI"], environ["HTTP_USER_AGENT"])
    start_response("204 No Content", [])
    return []
