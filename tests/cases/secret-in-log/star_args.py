import logging

logger = logging.getLogger(__name__)


def _debug(message, *values):
    logger.debug(message, *values)


def handshake(peer, shared_secret):
    _debug("handshake with %s, secret %s", peer, shared_secret)  # expect: secret
    _debug("handshake with %s done", peer)
