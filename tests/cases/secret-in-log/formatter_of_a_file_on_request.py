# file: rows/masking.py
"""Only the file that a setting asks for is written by the formatter that masks."""

import logging
import re

PASSWORD = re.compile(r"(password['\"\s:=]+)\S+", re.IGNORECASE)


class MaskingFormatter(logging.Formatter):
    def format(self, record):
        return PASSWORD.sub(r"\1****", super().format(record))


# file: rows/logs.py
import logging
from logging.handlers import TimedRotatingFileHandler

from rows.masking import MaskingFormatter


class Logs:
    def __init__(self, settings):
        self.save = settings.get("save", False)
        self.path = settings.get("path")

    def create(self):
        if self.save:
            for name in ("rows", "rows.net"):
                handler = TimedRotatingFileHandler(self.path, when="midnight")
                handler.setFormatter(MaskingFormatter("%(asctime)s %(message)s"))
                logging.getLogger(name).addHandler(handler)


# file: rows/login.py
import logging

log = logging.getLogger(__name__)


def login(rest, user, password):
    log.debug("login of %s with password=%s", user, password)  # expect: the password reaches log.debug()
    return rest.post("/login", user, password)
