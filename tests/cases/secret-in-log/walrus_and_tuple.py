import logging

logger = logging.getLogger(__name__)


def take(stream):
    user, secret = stream.readline().split(":", 1)
    logger.info("user %s", user)
    logger.info("rest %s", secret)  # expect: secret
    if token := stream.readline():
        logger.debug("and %s", token)  # expect: token
