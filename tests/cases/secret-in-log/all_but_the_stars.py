import logging

logger = logging.getLogger(__name__)


def starred(value, keep=4):
    return "* " + value[keep:]


def use(token):
    logger.info("using the token %s", starred(token))  # expect: the token
