"""A key of a cache is made of what is kept and of its name."""

import logging

logger = logging.getLogger(__name__)


class Settings:
    def cached(self, key, getter):
        logger.debug("key %s from the cache", key)
        return getter()

    def get_secret_value(self, name):
        return self.cached(("SECRET", name), lambda: self.client.get(name))
