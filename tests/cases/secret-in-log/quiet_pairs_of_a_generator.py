import logging

logger = logging.getLogger(__name__)


def rows(user, password):
    yield "user", user
    yield "password", "set" if password else "not set"


def show(user, password):
    for name, value in rows(user, password):
        logger.info("%s: %s", name, value)
