import logging

logger = logging.getLogger(__name__)


def connect(options):
    password = options.pop("password", None)
    connection = open_connection(password)
    password = None
    logger.debug("password is now %s", password)
    return connection


def open_connection(password):
    return bool(password)
