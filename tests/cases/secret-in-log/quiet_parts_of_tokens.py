import logging

logger = logging.getLogger(__name__)


def received(bearer_token, access_token):
    logger.debug("received %s...", bearer_token[:20])
    logger.debug("got %s...%s", access_token[:10], access_token[-10:])
