# file: lib/hide.py
def shorten(value):
    """Only the last two characters."""
    if not value:
        return "-"
    return "…" + value[-2:]


def blank(value):
    return "<hidden>" if value else "<empty>"
# file: lib/client.py
import logging

from lib import hide
from lib.hide import shorten

log = logging.getLogger(__name__)


class Client:
    def __init__(self, url, api_key, password):
        log.info("client of %s with key %s", url, shorten(api_key))
        log.info("client password %s", hide.blank(password))
        self._api_key = api_key
