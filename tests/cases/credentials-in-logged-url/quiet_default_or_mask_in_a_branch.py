"""What is always replaced, or masked where it was given, shows no login."""

import logging

logger = logging.getLogger(__name__)
LOCAL = "sqlite:///orders.sqlite"


def local(config, memory):
    if memory:
        config["db_url"] = "sqlite://"
    else:
        config["db_url"] = LOCAL
    logger.info("using %s", config["db_url"])


def masked(config):
    if config.get("db_url"):
        config["db_url"] = "***"
    logger.info("using %s", config["db_url"])
