import logging

log = logging.getLogger(__name__)


def connect(row, password):
    host, login = *row, password
    log.info("connecting to %s", host)
    log.info("connected")
