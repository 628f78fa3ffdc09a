"""Other sections than the one whose password is read, and what is left of one."""

import logging

logger = logging.getLogger(__name__)


def connect(config, login):
    database = config["database"]
    logger.debug("on %s, as %s", config["machine"], database["user"])
    return login(database["user"], database["password"])


def connect_all(config, login):
    logger.debug("connecting to %s", [server["name"] for server in config["servers"]])
    logger.debug("by %s", config["how"])
    return [login(server["user"], server["password"]) for server in config["servers"]]


def connect_without(config, login):
    database = config["database"]
    password = database.pop("password")
    logger.debug("connecting with %s", database)
    return login(database["user"], password)
