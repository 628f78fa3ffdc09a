"""What is put into a part of a dict is in the dict; a mask in another one is not."""

import logging

logger = logging.getLogger(__name__)


def filled(password):
    config = {"database": {"host": "db"}}
    database = config["database"]
    database["password"] = password
    logger.info("config: %s", config)  # expect: its text shows the password


def masked_elsewhere(config, other):
    part = other["database"]
    part["password"] = "***"
    logger.info("config: %s", config)  # expect: its text shows the password
    return config["database"]["password"]
