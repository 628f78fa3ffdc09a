import logging

logger = logging.getLogger(__name__)


def application(environ, start_response):
    agent = environ.get("HTTP_USER_AGENT", "-")
    logger.info("agent %s", agent)  # expect:
    start_response("204 No Content", [])
    return []
