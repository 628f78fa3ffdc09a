"""The password is masked in, or taken out of, a part of a copy."""

import logging
from copy import deepcopy

logger = logging.getLogger(__name__)


def masked(config, connect):
    connect(config["database"]["password"])
    shown = deepcopy(config)
    shown["database"]["password"] = "***"
    logger.info("starting with %s", shown)


def dropped(config, connect):
    connect(config["database"]["password"])
    shown = deepcopy(config)
    del shown["database"]["password"]
    logger.info("starting with %s", shown)


def popped(config, connect):
    connect(config["database"]["password"])
    shown = deepcopy(config)
    shown["database"].pop("password", None)
    logger.info("starting with %s", shown)


def where_it_is(config, connect):
    connect(config["database"]["password"])
    shown = deepcopy(config)
    if "password" in shown.get("database", {}):
        shown["database"]["password"] = "***"
    logger.info("starting with %s", shown)
