import logging

log = logging.getLogger(__name__)


class Step:
    def trigger(self):
        for name, value in self.__dict__.items():
            log.info("%s: %s", name, value)  # expect: its text shows the password
        return self.run()


class Upload(Step):
    def __init__(self):
        self._host = None
        self._password = None

    def login(self, host, password):
        self._host = host
        self._password = password
