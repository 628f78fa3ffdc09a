import logging

logger = logging.getLogger(__name__)


def keep(token, file):
    logger.debug("save token to file: %s", token)  # expect: token
    file.write(token)
