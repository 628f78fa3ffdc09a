import logging

import webob.dec

LOG = logging.getLogger(__name__)


class Proxy:
    network_header = "X-Network-ID"

    @webob.dec.wsgify(RequestClass=webob.Request)
    def __call__(self, req):
        network = req.headers.get(self.network_header)
        router = req.headers.get("X-Router-ID")
        LOG.warning("both network %s and router %s", network, router)
        return webob.Response(status=400)
