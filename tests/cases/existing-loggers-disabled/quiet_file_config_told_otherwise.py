# file: shop/main.py
import logging
from logging.config import fileConfig

logger = logging.getLogger("shop.main")


def main(path):
    fileConfig(path, disable_existing_loggers=False)
    logger.info("started")
