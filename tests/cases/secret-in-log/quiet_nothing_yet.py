import logging

log = logging.getLogger(__name__)


class Importer:
    token = "items"
    password: None = None

    def __init__(self, key):
        self.secret = key

    def forget(self):
        self.secret = None
        log.info("forgot the key of %s, now %s", type(self).__name__, self.secret is None)
        log.info("importing %s", self.token)
