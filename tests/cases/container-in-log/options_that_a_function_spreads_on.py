"""A function connects to a database with all the keywords that it is given."""

import logging

import psycopg
from opensearchpy import OpenSearch

log = logging.getLogger(__name__)


class Vectors:
    def __init__(self, name, options):
        self.connect_config = options["connection"]
        self.conn = self._connected(**self.connect_config)
        log.info("%s is reached by %s", name, self.connect_config)  # expect: shows the password

    @staticmethod
    def _connected(**kwargs):
        return psycopg.connect(**kwargs)


class Index:
    def __init__(self, name, options):
        self.options = options
        log.info("%s is reached by %s", name, self.options)  # expect: shows the password
        self.client = OpenSearch(**self.options)


class Drawing:
    def __init__(self, name, options):
        self.options = options
        log.info("%s is drawn by %s", name, self.options)
        self.canvas = self._drawn(**self.options)

    @staticmethod
    def _drawn(**kwargs):
        return sorted(kwargs)
