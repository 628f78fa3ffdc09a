import contextlib
import logging

log = logging.getLogger(__name__)


def load(path, password):
    with contextlib.suppress(OSError):
        return unlock(path, password)
    log.warning("could not unlock %s with %s", path, password)  # expect: password
    return None


def unlock(path, password):
    with open(path) as file:
        return file.read() + password
