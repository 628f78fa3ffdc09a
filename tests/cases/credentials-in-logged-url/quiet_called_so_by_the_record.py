import logging

logger = logging.getLogger(__name__)


def begin(url, page):
    logger.warning("no database URL in %s", url)
    logger.info("database URL is set, help at %s", url)
    logger.info("URL of the page: %s", url)
    logger.info("database URL of %s was read", page)
    url = "sqlite:///shop.db"
    logger.info("database URL: %s", url)
