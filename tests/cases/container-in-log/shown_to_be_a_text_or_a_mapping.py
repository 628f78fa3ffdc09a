import logging

logger = logging.getLogger(__name__)


def show(value):
    if isinstance(value, (str, dict)):
        logger.info("set to %s", value)  # expect: its text shows the password
    elif isinstance(value, list):
        logger.info("%d of them", len(value))


def load(settings):
    show({"user": settings.user, "password": settings.password})
    show("user")
