import logging

import webob.exc

LOG = logging.getLogger(__name__)


class Controller:
    def reject(self, why):
        raise webob.exc.HTTPBadRequest(explanation=why)


class UserController(Controller):
    def index(self, req, tenant_id):
        LOG.info("req : '%s'", req)  # expect: the whole request reaches LOG.info()
        LOG.info("req : %r", req)
        return req.environ["shop.context"].users(tenant_id)
