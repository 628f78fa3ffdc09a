# file: shop/logs.py
import sys

from loguru import logger

logger.remove()
logger.add("/var/log/shop/shop.log", level="INFO", rotation="50 MB", retention="90 days", diagnose=False)
logger.add(sys.stderr, level="INFO", diagnose=False)
