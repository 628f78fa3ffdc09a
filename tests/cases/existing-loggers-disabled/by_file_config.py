# file: shop/main.py
import logging
from logging.config import fileConfig

logger = logging.getLogger("shop.main")


def main(path):
    fileConfig(path)  # expect: shop.main
    logger.info("started")
