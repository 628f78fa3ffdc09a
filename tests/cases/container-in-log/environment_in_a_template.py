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


def pager():
    os_environ_pager = os.environ.get("PAGER")
    logger.info("pager %s", os_environ_pager)
    os_environ_copy = os.environ.copy()
    logger.info("environment %s", os_environ_copy)  # expect: environ
