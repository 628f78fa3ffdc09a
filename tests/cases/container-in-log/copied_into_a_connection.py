import logging

import psycopg2

log = logging.getLogger(__name__)


class Store:
    def __init__(self, connection):
        self.connection = connection

    def open(self):
        options = {}
        if isinstance(self.connection, dict):
            given = self.connection.copy()
            given.pop("host")
            options = given
        if "minsize" not in options:
            options["minsize"] = 1
        log.debug("connecting to %s", self.connection)  # expect: `self.connection`
        return self._pool(**options)

    def _pool(self, minsize=1, password=None):
        return psycopg2.connect(minsize=minsize, password=password)


class Shelf:
    def __init__(self, options):
        self.options = options

    def open(self):
        options = {}
        if self.options:
            options = self.options.copy()
        log.debug("opening %s", self.options)
        return self._open(**options)

    def _open(self, width=1, height=2):
        return width * height
