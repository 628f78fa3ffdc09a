"""What a method logs it keeps as well, and another method reads a password of that."""

import logging

log = logging.getLogger(__name__)


class Filesystem:
    def load(self, data):
        log.debug("loaded %s", data)  # expect: shows the password
        self.answers = data

    def convert(self):
        if "layout" in self.answers:
            return self.answers.get("password")
        return None


class Catalogue:
    def load(self, data):
        log.debug("loaded %s", data)
        self.rows = data

    def titles(self):
        return self.rows["title"]
