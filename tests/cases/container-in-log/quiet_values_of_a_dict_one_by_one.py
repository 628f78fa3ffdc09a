"""Which item is written is asked before, or only its name is."""

import logging

logger = logging.getLogger(__name__)
HIDDEN = {"password"}


def start(settings, session):
    database = {"user": settings.user, "password": settings.password}
    for name, value in database.items():
        if name != "password":
            logger.debug("%s=%s", name, value)
    for name, value in database.items():
        if "pass" in name.lower():
            value = "***"
        logger.debug("%s=%s", name, value)
    for name, value in database.items():
        logger.debug("%s=%s", name, "***" if name in HIDDEN else value)
    for name, value in database.items():
        logger.debug("option %s", name)
        session.configure(name, value)
