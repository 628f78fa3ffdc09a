import functools
import logging

LOG = logging.getLogger(__name__)


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        LOG.debug("==> %s with %d arguments and %s", function.__name__, len(args), sorted(kwargs))
        return function(*args, **kwargs)

    return wrapper


@trace
def create_chap(volume, chap_password):
    volume.auth = chap_password
