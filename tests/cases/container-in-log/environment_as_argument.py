import logging
import os

logger = logging.getLogger(__name__)


def recognise(extra):
    arguments = {}
    environment = os.environ.copy()
    environment.update(extra)
    arguments["_env"] = environment
    logger.debug("calling with %s", arguments)  # expect: reaches logger.debug()
