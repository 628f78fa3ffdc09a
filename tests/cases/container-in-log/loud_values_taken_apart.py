"""All values of a mapping hold its secret, and so does a mapping that is one of two things."""

import logging
import os

logger = logging.getLogger(__name__)


def connection():
    return dict(host=os.environ["DB_HOST"], user=os.environ["DB_USER"], password=os.environ["DB_PASSWORD"])


def both():
    return "shop", connection()


def connect(driver):
    name, options = both()
    logger.info("connecting to %s with %s", name, options)  # expect: reaches logger.info(): its text shows the password
    logger.info("connecting with %s", list(connection().values()))  # expect: reaches logger.info(): its text shows the password
    return driver.connect(**options)
