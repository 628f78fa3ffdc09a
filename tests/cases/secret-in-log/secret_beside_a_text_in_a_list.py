import logging
import re

log = logging.getLogger(__name__)


def show(password, read):
    log.info("%s", {"password": (password, "as it was given"), "user": read("user")})  # expect: password
    log.info("%s", {"password": [read("password")], "pattern": re.compile("pass")})  # expect: password
