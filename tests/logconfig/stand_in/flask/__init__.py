"""As much of Flask 3.1 as its logger needs: `flask.logging.create_logger` and `has_level_handler`."""

import logging
from functools import cached_property

default_handler = logging.StreamHandler()
default_handler.setFormatter(logging.Formatter("[%(asctime)s] %(levelname)s in %(module)s: %(message)s"))


def has_level_handler(logger):
    level = logger.getEffectiveLevel()
    while logger:
        if any(handler.level <= level for handler in logger.handlers):
            return True
        logger = logger.parent if logger.propagate else None
    return False


class Flask:
    debug = False

    def __init__(self, import_name):
        self.name = import_name

    @cached_property
    def logger(self):
        logger = logging.getLogger(self.name)
        if not has_level_handler(logger):
            logger.addHandler(default_handler)
        return logger
