import functools
import logging

logger = logging.getLogger(__name__)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        logger.debug("called with %s", args)  # expect: shows the password
        return function(*args, **kwargs)

    return wrapper


@traced
def login(user, password):
    return check(user, password)
