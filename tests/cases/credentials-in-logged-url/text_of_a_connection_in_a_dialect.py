# file: rocks/alembic/compare.py
import logging

from sqlalchemy import Table

logger = logging.getLogger(__name__)


def compare(table: Table, name: str, conn_value: object, meta_value: object) -> bool:
    conn_str, meta_str = str(conn_value), str(meta_value)
    if conn_str == meta_str:
        return False
    logger.info("%s of %s is %s in the database and %s in the model", name, table.name, conn_str, meta_str)
    return True


# file: rocks/store.py
import logging

import pyodbc

logger = logging.getLogger(__name__)


def connect(conn_str: str):
    logger.info("connecting with %s", conn_str)  # expect: database URL
    return pyodbc.connect(conn_str)
