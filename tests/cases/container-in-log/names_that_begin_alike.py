import logging
import os

logger = logging.getLogger(__name__)

OWN_NAMES = {"APP_HOST", "APP_PASSWORD"}


def show_environment():
    for name, value in os.environ.items():
        if name.startswith("APP_"):
            logger.info("%s = %s", name, value)  # expect: the environment


def show_own():
    for name, value in os.environ.items():
        if name in OWN_NAMES:
            logger.info("%s = %s", name, value)  # expect: the environment


def handler(event, context):
    logger.info("items of the event: %s", list(event.items()))  # expect: the Lambda event
