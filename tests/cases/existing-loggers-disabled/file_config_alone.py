# file: shop/config.py
import logging
import logging.config
import os

LOG_CONFIG = os.path.join(os.getenv("SHOP_ETC", "/etc/shop"), "logging.conf")

try:
    logging.config.fileConfig(LOG_CONFIG)  # expect: fall silent
except KeyError:
    logging.basicConfig(level=logging.INFO)
    log = logging.getLogger(__name__)
    log.exception("no logging configuration, logging to the console")
