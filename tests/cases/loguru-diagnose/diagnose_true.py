import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, level="INFO", diagnose=True)  # expect: diagnose
