# file: rows/masking.py
"""The file that a setting asks for and the console are both written by the formatter that masks."""

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


def create(settings):
    root = logging.getLogger()
    console = logging.StreamHandler()
    console.setFormatter(MaskingFormatter("%(message)s"))
    root.addHandler(console)
    if settings.get("save"):
        handler = TimedRotatingFileHandler(settings["path"], when="midnight")
        handler.setFormatter(MaskingFormatter("%(asctime)s %(message)s"))
        root.addHandler(handler)


# file: rows/login.py
import logging

log = logging.getLogger(__name__)


def login(rest, user, password):
    log.debug("login of %s with password=%s", user, password)
    return rest.post("/login", user, password)
