"""SQLite's trace has the values of every statement."""

import logging
import sqlite3

logger = logging.getLogger(__name__)


def users(path: str, name: str):
    connection = sqlite3.connect(path)
    connection.set_trace_callback(logger.debug)  # expect: the trace of SQLite is switched on
    return connection.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchone()


class Store:
    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(path)
        self.connection.set_trace_callback(print)  # expect: the trace of SQLite is switched on
