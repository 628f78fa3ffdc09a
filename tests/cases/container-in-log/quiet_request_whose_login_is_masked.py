"""Of a request the login is masked before the whole of it is logged."""

import logging

import webob.dec

LOG = logging.getLogger(__name__)


class Middleware:
    def __init__(self, application):
        self.application = application

    @webob.dec.wsgify
    def __call__(self, req):
        try:
            return req.get_response(self.application)
        except Exception:
            if "HTTP_X_AUTH_TOKEN" in req.environ:
                req.environ["HTTP_X_AUTH_TOKEN"] = "*****"
            LOG.exception("An error occurred during the request: %s", req)
            raise
