import logging

logger = logging.getLogger(__name__)


def rows(user, password):
    yield "user", user
    yield "shown", password


def show(user, password):
    for name, value in rows(user, password):
        logger.info("%s: %s", name, value)  # expect: the password reaches
        logger.debug("row %s", name)
