"""Where a test has said that a value is nothing, or failed to say that it is something, there is no secret."""

import logging

log = logging.getLogger(__name__)


class Reader:
    def __init__(self):
        self._token = ""

    def load(self, answer):
        self._token = answer["token"]

    def show(self):
        if self._token == "":
            log.debug("Found empty token: %s", self._token)
            return
        self.start()

    def otherwise(self):
        if self._token:
            self.start()
        else:
            log.debug("no token: %s", self._token)

    def differs(self):
        if self._token != "":
            self.start()
        else:
            log.debug("no token: %s", self._token)
