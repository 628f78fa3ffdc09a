import logging

from shop import settings

logger = logging.getLogger(__name__)


def derive(number, client):
    token = client.access_token(number)
    if settings.DEBUG_MODE:
        logger.debug("token of %s is %s", number, token)  # expect: the token reaches logger.debug()
    if settings.BATCH_MODE:
        logger.debug("token in a batch is %s", token)  # expect: the token reaches logger.debug()
    return token
