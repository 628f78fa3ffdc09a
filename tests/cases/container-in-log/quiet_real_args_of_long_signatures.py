import functools
import logging

logger = logging.getLogger(__name__)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        logger.debug("called with %s", args)
        return function(*args, **kwargs)

    return wrapper


@traced
def complete(model, messages, temperature=1.0, top_p=1.0, stop=None, user=None, timeout=None, api_key=None):
    return send(model, messages, api_key)
