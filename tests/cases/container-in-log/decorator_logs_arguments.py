# file: util/traced.py
import functools
import logging

logger = logging.getLogger(__name__)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        logger.debug("%s called with %r %r", function.__name__, args, kwargs)  # expect: args|password
        return function(*args, **kwargs)

    return wrapper
# file: util/accounts.py
from util.traced import traced


@traced
def set_password(user, password):
    user.password = password
