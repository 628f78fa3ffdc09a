"""Of the values of a mapping each name holds one."""

import logging
import os

logger = logging.getLogger(__name__)


def connection():
    return dict(host=os.environ["DB_HOST"], user=os.environ["DB_USER"], password=os.environ["DB_PASSWORD"])


def connect(driver):
    host, user, password = connection().values()
    logger.info("connecting to %s as %s", host, user)
    return driver.connect(host, user, password)
