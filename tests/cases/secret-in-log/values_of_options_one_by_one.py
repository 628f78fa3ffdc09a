"""A dict that holds a password, and is kept by an object, is written item by item."""

import logging

logger = logging.getLogger(__name__)


class Broker:
    def __init__(self, host, user, password):
        self.options = {"host": host, "user": user, "password": password}

    def report(self):
        for name, value in self.options.items():
            logger.info("%s = %s", name, value)  # expect: password
