"""What is put into a request masks nothing of it."""

import logging

import webob.dec

LOG = logging.getLogger(__name__)


class Middleware:
    def __init__(self, application):
        self.application = application

    @webob.dec.wsgify
    def __call__(self, req):
        try:
            req.environ["shop.started"] = "now"
            req.environ["HTTP_X_AUTH_TOKEN"] = self.application.token
            return req.get_response(self.application)
        except Exception:
            LOG.exception("An error occurred during the request: %s", req)  # expect: the whole request reaches LOG.exception()
            raise
