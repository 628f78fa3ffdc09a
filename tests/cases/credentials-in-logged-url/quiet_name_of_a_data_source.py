"""A data source of ODBC goes by a name; a proxy that a client takes for its service, and a scheme, hold no login."""

import logging

import pyodbc

logger = logging.getLogger(__name__)


class Connection:
    def __init__(self, dsn: str, password: str) -> None:
        self.connection = pyodbc.connect(f"DSN={dsn};PWD={password}", autocommit=False)
        logger.debug("opened %r", dsn)


def through(settings, proxy_url: str, password: str) -> None:
    settings.api_base = proxy_url
    logger.info("asking by way of %s", proxy_url)


def taken_apart(database_url: str) -> str:
    protocol = database_url[: database_url.find(":")]
    logger.info("protocol: %s", protocol)
    return protocol


def opened(url, config):
    if url.port is None:
        jdbc_url = f"jdbc:oracle:thin:@{url.host}"
        if url.database:
            jdbc_url = f"{jdbc_url}/{url.database}"
    else:
        jdbc_url = config.format_jdbc_url(host=url.host, port=url.port, database=url.database)
    logger.debug("opening %s", jdbc_url)
