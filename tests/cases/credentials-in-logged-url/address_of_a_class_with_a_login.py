import logging

log = logging.getLogger(__name__)


class Connection:
    def __init__(self, dsn, user, password, compression=False):
        self.options = {"dsn": dsn, "user": user, "password": password, "compression": compression}

    def ask(self, text):
        if not text:
            return ""
        log.debug("asking %s", self.options["dsn"])
        return text

    def __repr__(self):
        return f"<Connection dsn={self.options['dsn']} user={self.options['user']}>"


class Pool:
    def __init__(self, dsn, size):
        self.options = {"dsn": dsn, "size": size}

    def ask(self):
        log.debug("asking %s", self.options["dsn"])  # expect: the database URL
