import logging

import psycopg2
from sqlalchemy import create_engine

LOGGER = logging.getLogger(__name__)


class Cache:
    def __init__(self, folder, name):
        self.folder = folder
        self.database = f"sqlite:///{folder}/{name}.db"

    def ping(self):
        LOGGER.debug(f"waiting for {self.database}")
        return create_engine(self.database)


def copy(source, target):
    LOGGER.info("copying to %s", target)
    return create_engine("sqlite://"), source.write(target)


def connect(server):
    LOGGER.info("connecting to %s", server)
    return psycopg2.connect(host=server, user="app")


def begin(name):
    where = "sqlite:///shop.db"
    LOGGER.info("database %s in %s", name, where)
    return create_engine(where)
