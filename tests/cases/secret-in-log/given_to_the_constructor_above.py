"""What a class hands to the constructor above is what that keeps."""

import logging

log = logging.getLogger(__name__)


class Store:
    def __init__(self, **given):
        self._given = given

    def show(self):
        log.info("store with %s", self._given)  # expect: the password reaches


class SqlStore(Store):
    def __init__(self, host, password):
        super().__init__(host=host, password=password)
