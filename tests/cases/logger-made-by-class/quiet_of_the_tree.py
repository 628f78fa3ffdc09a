import logging

from twisted.logger import Logger


class Audit(logging.Logger):
    pass


logging.setLoggerClass(Audit)
log = logging.getLogger("desk.audit")
events = Logger()


def child(log: logging.Logger) -> logging.Logger:
    return log.getChild("of")
