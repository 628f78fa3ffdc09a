# file: tasks/mixin.py
import logging


class LoggingMixin:
    _log = None

    @property
    def log(self):
        if self._log is None:
            self._log = logging.getLogger(self.__class__.__module__)
        return self._log
# file: tasks/ssh.py
from tasks.mixin import LoggingMixin


class Operator:
    retries = 3


class SSHOperator(Operator, LoggingMixin):
    def __init__(self, host, key_passphrase):
        self.host = host
        self.key_passphrase = key_passphrase

    def execute(self):
        self.log.info("connecting to %s", self.host)
        self.log.debug("key is unlocked with %s", self.key_passphrase)  # expect: password|passphrase
