import logging

logger = logging.getLogger(__name__)


class Cache:
    def __init__(self):
        self._entries = {}

    def get(self, key):
        if key not in self._entries:
            raise KeyError(f"no entry for {key}")
        return self._entries[key]


def read(cache, key):
    try:
        return cache.get(key)
    except KeyError as error:
        logger.debug("miss: %s", error)
        return None
