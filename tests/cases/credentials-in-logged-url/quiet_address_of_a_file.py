import logging
from contextlib import contextmanager

from langstore.sqlite import SqliteStore

from pool.paths import resolve_path

logger = logging.getLogger(__name__)


def resolve_sqlite_conn_str(raw):
    if raw == ":memory:" or raw.startswith("file:"):
        return raw
    return str(resolve_path(raw))


@contextmanager
def database_store(config):
    conn_str = resolve_sqlite_conn_str(config.connection_string or "store.db")
    with SqliteStore.from_conn_string(conn_str) as store:
        store.setup()
        logger.info("store: using SqliteStore (%s)", conn_str)
        yield store
