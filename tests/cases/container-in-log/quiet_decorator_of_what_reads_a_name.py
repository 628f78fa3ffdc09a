"""None of the decorated functions reads a secret of what it is given."""

import logging

LOG = logging.getLogger(__name__)


def traced(method):
    def wrapper(*args, **kwargs):
        told = {"name": method.__name__, "args": args[1:]}
        LOG.debug("%(name)s called with %(args)s", told)
        return method(*args, **kwargs)

    return wrapper


class Driver:
    @traced
    def encode(self, site_id, site):
        return site_id, site["name"].encode(), self.token

    @traced
    def remove(self, site_id):
        self.sites.pop(site_id)
