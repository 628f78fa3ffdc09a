"""A trace that is taken away, asked for, or only counts."""

import logging
import os
import sqlite3

logger = logging.getLogger(__name__)


class Store:
    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(path)
        self.asked = 0
        self.connection.set_trace_callback(None)
        self.connection.set_trace_callback(self.count)

    def count(self, statement: str) -> None:
        self.asked += 1


def traced(path: str):
    connection = sqlite3.connect(path)
    if os.environ.get("SHOP_TRACE_SQL"):
        connection.set_trace_callback(logger.debug)
    return connection
