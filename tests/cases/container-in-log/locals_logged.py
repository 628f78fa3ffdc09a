import logging

logger = logging.getLogger(__name__)


def connect(host, user, password):
    try:
        return (host, user, password.encode("ascii"))
    except UnicodeError:
        logger.error("could not connect: %s", locals())  # expect: local|password
        raise
