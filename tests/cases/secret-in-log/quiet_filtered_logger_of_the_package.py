# file: plex/__init__.py
import logging


class Redact(logging.Filter):
    def filter(self, record):
        record.msg = record.getMessage().replace(self.name, "<hidden>")
        record.args = ()
        return True


log = logging.getLogger("plex")
log.addFilter(Redact())


# file: plex/client.py
from plex import log


def connect(token):
    log.debug("connecting with %s", token)
