import logging
import os

logger = logging.getLogger(__name__)
SETTINGS = {"url": "https://api.example.org", "api_key": os.environ.get("SHOP_API_KEY")}


def start():
    logger.debug("starting with %s", SETTINGS["api_key"])  # expect: the API key
