import logging
import os

logger = logging.getLogger(__name__)


def database():
    url = os.environ.get("DATABASE_URL")
    if not url:
        logger.error("%s is not set, using sqlite", "DATABASE_URL")
        url = "sqlite:///app.db"
    logger.info("database url given: %s", bool(os.environ.get("DATABASE_URL")))
    return url
