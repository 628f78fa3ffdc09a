"""An address stays one where the text calls it DSN."""

import logging
import os

logger = logging.getLogger(__name__)


def connect(connect_to):
    dsn = os.environ["SHOP_DSN"]
    logger.debug("connecting to DSN %s", dsn)  # expect: the database URL reaches logger.debug()
    return connect_to(dsn)


def again(url):
    logger.debug("connecting to DSN %s", url)  # expect: the database URL reaches logger.debug()
