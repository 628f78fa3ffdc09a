"""An address that is all that a client is given has its login."""

import logging

import psycopg

logger = logging.getLogger(__name__)


class Base:
    def __init__(self, dsn: str, params: dict) -> None:
        self.dsn = dsn or make(params)


class Shop(Base):
    def connect(self) -> psycopg.Connection:
        sizes = (self.width, self.height)
        logger.info("connecting to %s for %s", self.dsn, sizes)  # expect: database URL
        return psycopg.connect(self.dsn)
