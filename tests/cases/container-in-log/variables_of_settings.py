"""Variables whose names begin with what a program's settings begin with are its whole configuration."""

import logging
import os

log = logging.getLogger(__name__)


def configured():
    result = {}
    for name, value in os.environ.items():
        if name.startswith("MITE_CONF_"):
            log.info("from ENV [%s] %r", name, value)  # expect: the environment reaches log.info()
            result[name[10:]] = value
    return result


def labels():
    for name, value in os.environ.items():
        if name.startswith("DOCKER_LABEL_"):
            log.info("from ENV [%s] %r", name, value)
