import logging

logger = logging.getLogger(__name__)


def shorten(value, keep=4):
    if len(value) <= keep:
        return "*" * len(value)
    return "*" * (len(value) - keep) + value[-keep:]


def use(token):
    logger.info("using the token %s", shorten(token))
