import configparser
import logging

logger = logging.getLogger(__name__)


def load(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    credentials = dict(parser["credentials"])
    logger.debug("read %s", credentials)  # expect: credentials
    return credentials
