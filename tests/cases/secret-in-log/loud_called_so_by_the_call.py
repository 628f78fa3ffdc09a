"""Values that a call names a secret beside, and a function writes with that name."""

import logging

logger = logging.getLogger(__name__)


def put(store, name, value):
    logger.info("setting %s to %s", name, value)  # expect: the password reaches logger.info()
    store[name] = value


class Settings:
    def __init__(self, parser):
        self.parser = parser

    def read(self, section, name):
        value = self.parser.get(section, name)
        logger.debug("%s of %s is %s", name, section, value)  # expect: the password reaches logger.debug()
        return value


def start(store, form, settings: Settings):
    put(store, "host", form.first)
    put(store, "password", form.second)
    return settings.read("database", "host"), settings.read("database", "password")
