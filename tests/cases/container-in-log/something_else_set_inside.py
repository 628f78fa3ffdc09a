"""What is set in a part of a copy is no mask of its password."""

import logging
from copy import deepcopy

logger = logging.getLogger(__name__)


def start(config, connect):
    connect(config["database"]["password"])
    shown = deepcopy(config)
    shown["database"]["host"] = "localhost"
    logger.info("starting with %s", shown)  # expect: shows the password


def moved(config, connect):
    connect(config["database"]["password"])
    shown = deepcopy(config)
    del shown["database"]["host"]
    logger.info("starting with %s", shown)  # expect: shows the password
