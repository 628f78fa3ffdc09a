import logging
import warnings

import sentry_sdk
from twisted.python import log as txlog

log = logging.getLogger(__name__)


def others(password, level):
    getattr(log, level)("pw %s", password)  # expect: password
    warnings.warn(f"pw {password} is weak")  # expect: password
    txlog.msg("pw", password)  # expect: password
    sentry_sdk.capture_message(f"pw {password}")  # expect: password
    sentry_sdk.set_tag("pw", password)  # expect: password
    logging.getLogger("x").info(password)  # expect: password
    logging.info(password)  # expect: password
    method = log.info if level else log.debug
    method("pw %s", password)  # expect: password


class Service:
    log = logging.getLogger("service")

    def __init__(self):
        self.logger = logging.getLogger("x")
        self._logger = logging.getLogger("y")

    def run(self, password):
        self.log.info(password)  # expect: password
        self.logger.info(password)  # expect: password
        self._logger.info(password)  # expect: password
        self.logger.getChild("a").info(password)  # expect: password


def logexc(message):
    log.error(message)


def log_method(level, message, *args):
    log.log(level, message, *args)


def debug_print(*args):
    log.debug(" ".join(map(str, args)))


def wrappers(password):
    logexc(f"pw {password}")  # expect: password
    log_method(10, "pw %s", password)  # expect: password
    debug_print("pw", password)  # expect: password
