"""Functions that look something up by the name that they are given, and write what they found: one of their calls asks for a secret."""

import logging
import os
from xml.etree import ElementTree

logger = logging.getLogger(__name__)


def variable(name):
    value = os.environ.get(name)
    logger.info("%s=%s", name, value)  # expect: the password reaches logger.info()
    return value


def element(root, name, check=None):
    value = root.findtext(name)
    logger.info("%s: %s", name, value)  # expect: the password reaches logger.info()
    return value.strip() if value else check


class Options:
    def __init__(self, data):
        self.data = data

    def option(self, key, default=None):
        value = self.data.get(key, default)
        logger.debug("option %s is %s", key, value)  # expect: the API key reaches logger.debug()
        return value

    def required(self, key):
        if key not in self.data:
            raise ValueError(key)
        value = self.data[key]
        logger.debug("option %s is %s", key, value)  # expect: the API key reaches logger.debug()
        return value


def configured(path):
    root = ElementTree.parse(path).getroot()
    return {"user": element(root, "user"), "password": element(root, "password", "check")}


def connect(options: Options):
    host, password = variable("DATABASE_HOST"), variable("DATABASE_PASSWORD")
    return host, password, options.option("host"), options.option("api_key"), options.required("api_key")
