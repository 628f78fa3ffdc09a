import logging

logger = logging.getLogger(__name__)


def caller(authorization):
    token = authorization[len("Bearer ") :]
    logger.debug("called with %s", token)  # expect: the authorization header reaches
