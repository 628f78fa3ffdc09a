import logging

import webob
import webob.dec

LOG = logging.getLogger(__name__)


class Middleware:
    def __init__(self, application):
        self.application = application

    def process_request(self, req):
        return None

    @webob.dec.wsgify
    def __call__(self, req):
        return self.process_request(req) or req.get_response(self.application)


class Alarms(Middleware):
    def process_request(self, req):
        LOG.debug("Process request: %s", req)  # expect: the whole request reaches LOG.debug()
        if req.method != "POST":
            return None
        return self.application


def application(environ, start_response):
    request = webob.Request(environ)
    LOG.info(f"got {request}")  # expect: the whole request reaches LOG.info()
    return start_response("200 OK", [])
