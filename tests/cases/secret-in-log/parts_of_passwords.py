import logging

logger = logging.getLogger(__name__)


def received(password, access_token):
    logger.debug("received %s", password[:20])  # expect: most of the password
    logger.debug("received %s", access_token[3:])  # expect: most of the token
