"""A section of a configuration, written by its key, of which the password is read under another name or in a loop."""

import logging

logger = logging.getLogger(__name__)


def connect(config, login):
    database = config["database"]
    logger.debug("connecting with %s", config["database"])  # expect: shows the password
    return login(database["user"], database["password"])


def connect_all(config, login):
    logger.debug("connecting to %s", config["servers"])  # expect: shows the password
    return [login(server["user"], server["password"]) for server in config["servers"]]


def connect_some(config, login):
    logger.debug("connecting to %s", config.get("servers"))  # expect: shows the password
    for server in config.get("servers"):
        login(server["user"], server["password"])
