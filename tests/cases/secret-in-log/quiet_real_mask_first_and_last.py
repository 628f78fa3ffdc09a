import logging

logger = logging.getLogger(__name__)


def shown(value):
    if not value or len(value) < 8:
        return "*****"
    return f"{value[0]}...{value[-1]}"


def login(client, api_key):
    if not client.login(api_key):
        logger.error("the key %s was refused", shown(api_key))
        return False
    return True
