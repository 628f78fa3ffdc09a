import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, level="INFO", backtrace=True, diagnose=False)
logger.add("api.log", serialize=True, diagnose=False)
