# file: lib/secretly.py
def tail(value):
    return "…" + value[-3:]
# file: lib/check.py
import logging

from lib.secretly import tail

logger = logging.getLogger(__name__)


def check(api_key, known):
    if api_key not in known:
        raise PermissionError(f"unknown key {tail(api_key)}")


def allowed(api_key, known):
    try:
        check(api_key, known)
    except PermissionError as error:
        logger.warning("refused: %s", error)
        return False
    return True
