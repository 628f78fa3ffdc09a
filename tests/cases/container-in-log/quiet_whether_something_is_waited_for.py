import logging
logger = logging.getLogger(__name__)


def check(writer, final, environ, charset):
    waiting_for_environ = environ in writer.pending and writer.pending[environ]
    if waiting_for_environ and final:
        logger.warning("Waiting for subnegotiation: environ=%s, charset=%s", waiting_for_environ, charset)
