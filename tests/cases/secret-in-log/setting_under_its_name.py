import logging

from .settings import CONFIG

log = logging.getLogger(__name__)


def show():
    log.info("%s", CONFIG["PASSWORD"])  # expect: the password
