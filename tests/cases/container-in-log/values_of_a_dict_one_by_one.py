"""A dict that holds a password is written item by item."""

import logging

logger = logging.getLogger(__name__)


def start(settings):
    database = {"user": settings.user, "password": settings.password}
    for name, value in database.items():
        logger.debug(f"{name}={value}")  # expect: password
