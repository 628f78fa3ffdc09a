import functools
import logging

log = logging.getLogger(__name__)


def counted(func):
    @functools.wraps(func)
    def inner(*args, **kwargs):
        log.debug("%s with %d and %s", func.__name__, len(args), ", ".join(name for name in kwargs))
        return func(*args, **kwargs)

    return inner


@counted
def login(user, password):
    return user, password
