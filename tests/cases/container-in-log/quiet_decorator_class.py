import functools
import logging

log = logging.getLogger(__name__)


class LogWith:
    def __init__(self, logger, hide_args=()):
        self.logger = logger
        self.hide_args = hide_args

    def __call__(self, function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            self.logger.debug("entering %s with %s and %s", function.__name__, self.shown(args), kwargs)
            return function(*args, **kwargs)

        return wrapper


@LogWith(log, hide_args=[1])
def authenticate(user, password):
    return find(user).check(password)
