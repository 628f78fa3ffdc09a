import logging

logger = logging.getLogger(__name__)


def show(value):
    if isinstance(value, str):
        logger.info("set to %s", value)
    elif isinstance(value, list):
        logger.info("%d of them", len(value))


def load(settings):
    show({"user": settings.user, "password": settings.password})
    show("user")
