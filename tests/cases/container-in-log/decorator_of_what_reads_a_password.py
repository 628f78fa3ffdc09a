"""A decorator writes what the decorated functions are given; one of them reads a password of it."""

import logging

LOG = logging.getLogger(__name__)


def traced(method):
    def wrapper(*args, **kwargs):
        told = {"name": method.__name__, "args": args[1:], "kwargs": kwargs}
        LOG.debug("%(name)s called with %(args)s %(kwargs)s", told)  # expect: every argument of the functions that `traced` decorates shows the password
        return method(*args, **kwargs)

    return wrapper


class Driver:
    @traced
    def encode(self, site_id, auth):
        return site_id, self.cipher.encrypt(auth["password"].encode())

    @traced
    def remove(self, site_id):
        self.sites.pop(site_id)
