"""The other branch hides nothing, or writes another record."""

import logging


class Step:
    def __init__(self, quick):
        self._secret_key = ""
        self._place = ""
        self._quick = quick
        self._logger = logging.getLogger(__name__)

    def run(self):
        for name, value in self.__dict__.items():
            if self._quick:
                self._logger.info("%s" % name)
            else:
                self._logger.info("%s : %s" % (name, value))  # expect: its text shows the secret key

    def show(self):
        for name, value in self.__dict__.items():
            if self._quick:
                self._logger.warning("%s : ****" % name)
            else:
                self._logger.info("%s : %s" % (name, value))  # expect: its text shows the secret key
