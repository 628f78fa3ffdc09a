import logging

logger = logging.getLogger(__name__)


def show(settings, vault):
    password = int(vault.get("password"))
    logger.info("%s", password)  # expect: the password
    logger.info("%s", vault["api_token"])  # expect: the token
