"""A pass that stands beside a user's name is the user's password; one that stands beside what failed is none."""

import logging

logger = logging.getLogger(__name__)


def connect(data, driver):
    logger.debug("as %s:%s", data["user"], data["pass"])  # expect: the password reaches logger.debug()
    return driver.connect(data["host"])


def login(config, driver):
    logger.debug("with %s", config.get("pass"))  # expect: the password reaches logger.debug()
    return driver.login(config.get("username"), config.get("pass"))


def report(outcome):
    logger.info("%s of %s", outcome["pass"], outcome["fail"])
