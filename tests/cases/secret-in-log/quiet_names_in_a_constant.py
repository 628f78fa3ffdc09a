import logging
import os

logger = logging.getLogger(__name__)
VARIABLES = {"url": "SHOP_URL", "api_key": "SHOP_API_KEY", "model": "SHOP_MODEL"}
API_KEY_ERRORS = {"SHOP_API_KEY": ["no key", "invalid key"], "BANK_API_KEY": ["unknown key"]}


def missing():
    if VARIABLES["api_key"] not in os.environ:
        logger.warning("set %s and %s first", VARIABLES["url"], VARIABLES["api_key"])


def explain(text):
    for api_key, parts in API_KEY_ERRORS.items():
        if any(part in text for part in parts):
            raise ValueError(f"{api_key} must be set, and be one of an active account")
        logger.debug("not %s", api_key)
