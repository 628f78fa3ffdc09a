import logging

log = logging.getLogger(__name__)


class Keys:
    def __init__(self):
        self._found = {}
        self._seen = {}
        self._users = {}

    def fill(self, rows):
        for row in rows:
            self._found[row.name] = {one.name: one.length for one in row.keys}
            self._seen[row.user] = row.masked_token
            self._users[row.access_token] = row.user

    def show(self):
        log.info("found %s", self._found)
        log.info("seen %s", self._seen)
        log.info("users %s", len(self._users))
