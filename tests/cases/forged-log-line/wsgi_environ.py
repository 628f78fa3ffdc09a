import logging

logger = logging.getLogger(__name__)


def application(environ, start_response):
    path = environ.get("PATH_INFO", "-")
    logger.info("path %s", path)  # expect:
    start_response("204 No Content", [])
    return []
