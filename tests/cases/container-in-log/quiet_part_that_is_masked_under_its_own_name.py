"""A mask in a part of a copy is one in the copy, whatever the part is called."""

import copy
import logging

logger = logging.getLogger(__name__)


def by_key(config):
    shown = copy.deepcopy(config)
    database = shown["database"]
    database["password"] = "***"
    database["token"] = "***"
    logger.info("config: %s", shown)
    return config["database"]["password"], config["database"]["token"]


def by_get(config):
    shown = copy.deepcopy(config)
    database = shown.get("database")
    if database:
        database["password"] = "***"
    logger.info("config: %s", shown)
    return config["database"]["password"]


def in_a_loop(config):
    shown = copy.deepcopy(config)
    for name, section in shown.items():
        if "password" in section:
            section["password"] = "***"
    for section in shown.values():
        section.pop("name")
    logger.info("config: %s", shown)
    return config["database"]["password"]
