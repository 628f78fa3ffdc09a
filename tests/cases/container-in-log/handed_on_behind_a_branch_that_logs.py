import functools
import logging

from shop import settings


def check_key(fields):
    key = fields.get("apikey")
    if not key:
        logging.warning("a call without a key")
        return "no key"
    return None


def exposed(handler):
    @functools.wraps(handler)
    def wrapped(*args, **fields):
        if settings.LOG_CALLS:
            logging.debug("call of %s with %s", handler.__name__, fields)  # expect: API key
        if refused := check_key(fields):
            return refused
        return handler(*args, **fields)

    return wrapped
