import logging

log = logging.getLogger(__name__)


class Cursor:
    def __init__(self, connection, engine_url, database):
        self.connection = connection
        self.engine_url = engine_url
        self.database = database

    def run(self, query):
        log.info("asking the engine at %s about %s", self.engine_url, self.database)
        return self.connection.post(self.engine_url, query)
