"""An address of a database is no name of a data source because another one is; a proxy that is gone through has its login."""

import logging

import psycopg

logger = logging.getLogger(__name__)


class Connection:
    def __init__(self, dsn: str, name: str) -> None:
        self.connection = psycopg.connect(dsn)
        logger.debug("opened %r for %s", dsn, f"DSN={name}")  # expect: database URL


def through(session, proxy_url: str, password: str) -> None:
    session.proxies = {"https": proxy_url}
    logger.info("asking by way of %s", proxy_url)  # expect: proxy URL


def opened(jdbc_url: str) -> None:
    logger.debug("opening %s", jdbc_url)  # expect: database URL
