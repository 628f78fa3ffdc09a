import logging

from shop import settings

logger = logging.getLogger(__name__)


def derive(number, client):
    token = client.access_token(number)
    if settings.SHOP_DEV_MODE:
        logger.debug("token of %s is %s", number, token)
    return token
