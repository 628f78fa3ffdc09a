import logging

import webob.dec

LOG = logging.getLogger(__name__)


class Debug:
    """Put in by hand to look at requests; no pipeline has it."""

    def __init__(self, application):
        self.application = application

    @webob.dec.wsgify
    def __call__(self, req):
        for key, value in req.environ.items():
            LOG.debug("%s=%s", key, value)
        return req.get_response(self.application)
