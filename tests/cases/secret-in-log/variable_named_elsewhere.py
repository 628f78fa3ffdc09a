import logging
import os

logger = logging.getLogger(__name__)

TOKEN_VARIABLE = "SHOP_TOKEN"
PLACE_VARIABLE = "SHOP_REGION"


def start():
    logger.info("with %s", os.getenv(TOKEN_VARIABLE))  # expect: the token
    logger.info("variables %s and %s", TOKEN_VARIABLE, PLACE_VARIABLE)
    logger.info("in %s", os.environ.get(PLACE_VARIABLE))
