import logging
import os

log = logging.getLogger(__name__)


def from_environment(section):
    section["host"] = os.getenv("SHOP_HOST")
    section["port"] = os.getenv("SHOP_PORT")


def load():
    section = {}
    from_environment(section)
    log.debug("configuration: %r", section)
    return section
