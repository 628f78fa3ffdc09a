"""A helper that is defined once more where a switch asks for it: the first of the two decides what a normal run shows."""

import logging
import os

log = logging.getLogger(__name__)


def hidden(value):
    """What the log may say of a key."""
    return "<redacted>"


def padded(value):
    return value.ljust(32)


if os.environ.get("SHOW_KEYS") == "yes":

    def hidden(value):
        return value

    def padded(value):
        return value


def derive(master_secret, salt):
    log.debug("deriving from %s", hidden(master_secret))
    log.debug("padded to %s", padded(master_secret))  # expect: the secret
    return master_secret + salt
