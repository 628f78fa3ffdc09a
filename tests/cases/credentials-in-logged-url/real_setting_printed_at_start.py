import logging

from twisted.python import log

logger = logging.getLogger(__name__)


class Connector:
    def __init__(self, config):
        self.config = config

    def setup(self):
        db_url = self.config.db["db_url"]
        log.msg("setting up the database with %r" % (db_url,))  # expect: url|password|credential
        return db_url
