import functools
import logging

log = logging.getLogger(__name__)


def logged(func):
    @functools.wraps(func)
    def inner(*args, **kwargs):
        positional = [repr(one) for one in args]
        named = [f"{name}={value!r}" for name, value in kwargs.items()]
        log.debug("%s(%s)", func.__name__, ", ".join(positional + named))  # expect: shows the password
        return func(*args, **kwargs)

    return inner


@logged
def login(user, password):
    return user, password
