import logging

import webob
import webob.dec

LOG = logging.getLogger(__name__)


class Middleware:
    def __init__(self, application):
        self.application = application

    @webob.dec.wsgify
    def __call__(self, req):
        LOG.debug("%s %s", req.method, req.content_type)
        return self.process_request(req)

    def process_request(self, req):
        LOG.debug("Process request: %r", req)
        LOG.debug("from %s", req.remote_addr)


class Worker:
    def process_request(self, req):
        LOG.debug("next: %s", req)


def application(environ, start_response):
    request = webob.Request(environ)
    LOG.info("got %s, %d bytes", request.method, request.content_length or 0)
    return start_response("200 OK", [])
