import logging
import os

logger = logging.getLogger(__name__)

REQUIRED = ("DB_PASSWORD", "API_TOKEN", "SECRET_KEY")


def check():
    missing = [name for name in REQUIRED if name not in os.environ]
    for secret in missing:
        logger.error("environment variable %s is not set", secret)
    for name in REQUIRED:
        if name in os.environ:
            logger.info("%s is set", name)
    return not missing
