import logging

from sqlalchemy import create_engine

logger = logging.getLogger(__name__)


def begin(folder, memory):
    url = f"sqlite:///{folder}/shop.db"
    if memory:
        url = "sqlite://"
    logger.info("opening %s", url)
    return create_engine(url)


def fetch(page, mirror):
    url = page
    if mirror:
        url = page.replace("https://", "http://")
    logger.info("fetching %s", url)
    return mirror.get(url)
