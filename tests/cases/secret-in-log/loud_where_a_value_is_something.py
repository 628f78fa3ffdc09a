"""The other side of a test shows the secret."""

import logging

log = logging.getLogger(__name__)


class Reader:
    def __init__(self):
        self._token = ""

    def load(self, answer):
        self._token = answer["token"]

    def show(self):
        if self._token == "":
            log.debug("no token")
        else:
            log.debug("token: %s", self._token)  # expect: the token reaches log.debug()

    def truly(self):
        if self._token:
            log.debug("token: %s", self._token)  # expect: the token reaches log.debug()

    def of_another(self):
        if self.other:
            self.start()
        else:
            log.debug("token: %s", self._token)  # expect: the token reaches log.debug()
