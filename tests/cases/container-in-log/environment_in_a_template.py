import logging
import os
import string

logger = logging.getLogger(__name__)


def expanded(text, environment=None):
    if environment is None:
        environment = os.environ
    return string.Template(text).substitute(environment)


def run(command):
    command = [expanded(part) for part in command]
    logger.info("Running %s", " ".join(command))
    logger.debug("with %s", dict(os.environ))  # expect: environ
