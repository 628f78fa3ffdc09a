import logging

import webob.dec

from shop import microversion

LOG = logging.getLogger(__name__)


class RequestLog:
    def __init__(self, application):
        self.application = application

    def write_log(self, environ, req_uri, status):
        LOG.info(
            '%(REMOTE_ADDR)s "%(REQUEST_METHOD)s" microversion: %(microversion)s',
            {
                "REMOTE_ADDR": environ.get("REMOTE_ADDR", "-"),
                "REQUEST_METHOD": environ["REQUEST_METHOD"],
                "microversion": environ.get(microversion.MICROVERSION_ENVIRON, "-"),
            },
        )
