import logging

logger = logging.getLogger(__name__)


def login(**kwargs):
    logger.debug("login called with %s", kwargs)  # expect: kwargs|password
    return kwargs["username"], kwargs["password"]
