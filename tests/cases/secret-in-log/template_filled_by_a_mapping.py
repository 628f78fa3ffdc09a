import logging

logger = logging.getLogger(__name__)


def connect(config):
    logger.info("connecting as {name} with {password}".format(**config))  # expect: the password
