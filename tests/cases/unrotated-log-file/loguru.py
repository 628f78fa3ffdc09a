# file: shop/logs.py
from loguru import logger

logger.remove()
logger.add("/var/log/shop/shop.log", level="INFO", diagnose=False)  # expect: nothing rotates
