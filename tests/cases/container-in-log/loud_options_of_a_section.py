"""The options of a configuration, one by one or as a dict, show the password that the module reads of it."""

import configparser
import logging

logger = logging.getLogger(__name__)


class Settings:
    def __init__(self, path):
        self.parser = configparser.ConfigParser()
        self.parser.read(path)

    def told(self):
        for section in self.parser.sections():
            for name, value in self.parser.items(section):
                logger.info("%s.%s = %s", section, name, value)  # expect: their text shows the password
        logger.debug("smtp: %s", dict(self.parser.items("smtp")))  # expect: their text shows the password
        for name, _ in self.parser.items("smtp"):
            logger.debug("smtp has %s", name)

    def smtp(self):
        return self.parser.get("smtp", "host"), self.parser.get("smtp", "password")
