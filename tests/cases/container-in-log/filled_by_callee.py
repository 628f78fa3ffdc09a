import logging
import os

log = logging.getLogger(__name__)


def from_environment(section):
    section["host"] = os.getenv("SHOP_HOST")
    section["token"] = os.getenv("SHOP_TOKEN")


def load():
    section = {}
    from_environment(section)
    log.debug("configuration: %r", section)  # expect: `section` reaches log.debug()
    return section
