"""Each attribute is written by its name, those that a setting calls secret with a mask."""

import logging


class Step:
    def __init__(self, hidden):
        self._secret_key = ""
        self._place = ""
        self._hidden = hidden
        self._logger = logging.getLogger(__name__)

    def run(self):
        for name, value in self.__dict__.items():
            if self._hidden is not None and self._hidden.search(name):
                self._logger.info("%s : ****" % name)
            else:
                self._logger.info("%s : %s" % (name, value))
