import configparser
import logging

logger = logging.getLogger(__name__)


def read(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    host = parser["smtp"]["host"]
    value = parser.get("smtp", "password")
    logger.info("smtp %s", host)
    logger.info("smtp login %s", value)  # expect: password
    return host, value
