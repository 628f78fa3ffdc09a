import logging

from sqlalchemy import create_engine

LOGGER = logging.getLogger(__name__)


class Catalogue:
    _engines = {}

    def __init__(self, database, table):
        self.database = database
        self.table = table

    @classmethod
    def engine(cls, url):
        if url not in cls._engines:
            LOGGER.info("creating new engine: %s", url)  # expect: the database URL reaches LOGGER.info()
            cls._engines[url] = create_engine("%s" % url, pool_pre_ping=True)
        return cls._engines[url]

    def ping(self):
        LOGGER.debug(f"waiting for {self.database}")  # expect: the database URL reaches LOGGER.debug()
        engine = create_engine(self.database)
        engine.execute("SELECT 1")

    def optimize(self):
        LOGGER.info("optimizing %s, table %s", self.database, self.table)  # expect: the database URL reaches LOGGER.info()


def copy(source, target):
    LOGGER.info("copying %s", source)  # expect: the database URL reaches LOGGER.info()
    return create_engine(str(source)), create_engine(f"{target}")
