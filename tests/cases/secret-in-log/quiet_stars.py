import logging

logger = logging.getLogger(__name__)


def show(user, password):
    logger.info("login %s:%s", user, "*" * len(password))
    logger.info("login %s:***", user)
    hidden = "*" * 8 if password else ""
    logger.info("login %s:%s", user, hidden)
    password = "***"
    logger.info("login %s:%s", user, password)
