import logging
import os

logger = logging.getLogger(__name__)


def settings(known):
    found = {}
    for name, value in os.environ.items():
        key = name.removeprefix("SHOP_").lower()
        if isinstance(known.get(key), int):
            try:
                found[key] = int(value)
            except ValueError:
                logger.warning("%s=%s is no integer", name, value)
    return found
