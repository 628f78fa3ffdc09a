import functools
import logging

logger = logging.getLogger(__name__)


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        logger.debug("%s called with %d arguments", function.__name__, len(args) + len(kwargs))
        return function(*args, **kwargs)

    return wrapper


@timed
def login(user, password):
    return user, password


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        logger.debug("%s%r", function.__name__, args)
        return function(*args, **kwargs)

    return wrapper


@traced
def area(width, height):
    return width * height
