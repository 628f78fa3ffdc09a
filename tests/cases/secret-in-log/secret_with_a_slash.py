import logging

logger = logging.getLogger(__name__)


def login(user, password):
    credentials = f"{user}/{password}"
    logger.debug("sqlplus %s@shop", credentials)  # expect: the password
