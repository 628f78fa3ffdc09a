import logging

log = logging.getLogger(__name__)


def send(password):
    log.debug("sending %s", password.encode())  # expect: password
    log.debug("sending %r", password.encode("utf-8"))  # expect: password
