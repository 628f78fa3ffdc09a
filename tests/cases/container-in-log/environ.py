import logging
import os

logger = logging.getLogger(__name__)


def start():
    logger.info("environment: %s", dict(os.environ))  # expect: environ
