import logging

from shop.accounts import make

logger = logging.getLogger(__name__)


def create(**kwargs):
    for name, value in kwargs.items():
        logger.debug("%s=%s", name, value)  # expect: its text shows the password
    return make(kwargs["name"], kwargs["password"])


def joined(**kwargs):
    logger.debug("creating: %s", ", ".join(f"{k}={v}" for k, v in kwargs.items()))  # expect: its text shows the password
    return make(kwargs["name"], kwargs["password"])


def told_apart(**kwargs):
    for name, value in kwargs.items():
        if name != "password":
            logger.debug("%s=%s", name, value)
    return make(kwargs["name"], kwargs["password"])


def taken_out(**kwargs):
    password = kwargs.pop("password")
    for name, value in kwargs.items():
        logger.debug("%s=%s", name, value)
    return make(kwargs["name"], password)
