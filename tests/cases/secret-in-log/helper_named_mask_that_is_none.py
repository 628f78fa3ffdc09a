# file: lib/text.py
def mask_whitespace(value):
    return " ".join(value.split())
# file: lib/login.py
import logging

from lib.text import mask_whitespace

log = logging.getLogger(__name__)


def login(user, password):
    log.info("login %s %s", user, mask_whitespace(password))  # expect: password
