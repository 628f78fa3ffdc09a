import logging
from contextlib import contextmanager

from langstore.postgres import PostgresStore
from langstore.sqlite import SqliteStore

logger = logging.getLogger(__name__)


def resolve_conn_str(raw):
    return raw.strip()


@contextmanager
def database_store(config):
    if config.backend == "sqlite":
        with SqliteStore.from_conn_string(config.path) as store:
            yield store
        return
    conn_str = resolve_conn_str(config.connection_string)
    with PostgresStore.from_conn_string(conn_str) as store:
        logger.info("store: using PostgresStore (%s)", conn_str)  # expect: the database URL reaches logger.info()
        yield store
