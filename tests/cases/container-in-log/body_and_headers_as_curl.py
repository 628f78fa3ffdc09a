"""The same without a mask: headers and body are written as they are."""

import logging

LOG = logging.getLogger(__name__)


class Connection:
    def __init__(self, session, endpoint):
        self.session = session
        self.endpoint = endpoint

    def log_as_curl(self, method, path, kwargs):
        parts = ["curl -i -X %s" % method]
        for key, value in kwargs["headers"].items():
            parts.append("-H '%s: %s'" % (key, value))
        if "data" in kwargs:
            parts.append("-d '%s'" % kwargs["data"])
        parts.append(self.endpoint + path)
        LOG.debug(" ".join(parts))  # expect: reaches LOG.debug()

    def login(self, path, **kwargs):
        kwargs.setdefault("headers", {})["X-Auth-Token"] = self.session.token
        self.log_as_curl("POST", path, kwargs)
        return self.session.post(self.endpoint + path, **kwargs)
