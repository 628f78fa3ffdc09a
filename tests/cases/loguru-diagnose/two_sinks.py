import sys

from loguru import logger


def configure_logging(stage):
    logger.remove()
    logger.add(sys.stderr, diagnose=False)
    logger.add("errors.log", level="ERROR", serialize=True, diagnose=True)  # expect: diagnose
