import logging

log = logging.getLogger(__name__)


class Step:
    def trigger(self):
        for name, value in self.__dict__.items():
            log.info("%s: %s", name, value)
        return self.run()


class Upload(Step):
    def __init__(self):
        self._host = None
        self._columns = None


class Vault:
    def __init__(self, password):
        self._password = password
