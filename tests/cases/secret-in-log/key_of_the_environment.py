import logging
import os

logger = logging.getLogger(__name__)


def environment():
    api_key = os.environ["SHOP_KEY"]
    logger.info("using %s", api_key)  # expect: the API key reaches


def settings(config):
    api_key = config["shop_key"]
    logger.info("using %s", api_key)  # expect: the API key reaches


def another_key(config):
    api_key = config["public_key"]
    logger.info("using %s", api_key)
