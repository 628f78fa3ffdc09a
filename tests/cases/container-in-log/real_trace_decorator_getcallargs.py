# file: driver/tracing.py
import functools
import inspect
import logging

LOG = logging.getLogger(__name__)


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        all_args = inspect.getcallargs(function, *args, **kwargs)
        LOG.debug("==> %(func)s: call %(all_args)r", {"func": function.__name__, "all_args": all_args})  # expect: arg|password
        return function(*args, **kwargs)

    return wrapper
# file: driver/iscsi.py
from driver.tracing import trace


class Target:
    @trace
    def create_chap(self, volume, chap_username, chap_password):
        volume.auth = (chap_username, chap_password)
