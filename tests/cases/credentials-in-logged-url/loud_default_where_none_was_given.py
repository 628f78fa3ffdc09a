"""A default that one branch sets leaves what was given in the other."""

import logging

logger = logging.getLogger(__name__)
LOCAL = "sqlite:///orders.sqlite"


def prepare(config):
    if not config.get("db_url"):
        config["db_url"] = LOCAL
    logger.info("using %s", config["db_url"])  # expect: the database URL
