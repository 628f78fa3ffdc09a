"""Options among which no secret is read, or of which the secret ones are left out, show none; nor does the parser itself."""

import configparser
import logging

logger = logging.getLogger(__name__)


def colours(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    for name, value in parser.items("colours"):
        logger.info("%s = %s", name, value)
    return parser.get("colours", "background")


def database(path):
    config = configparser.ConfigParser()
    config.read(path)
    logger.info("read %s", config)
    for name, value in config.items("database"):
        if name == "password":
            value = "***"
        logger.info("%s = %s", name, value)
    return config.get("database", "password")
