import logging

import falcon

logger = logging.getLogger(__name__)


class LogRefusals:
    def process_response(self, req, resp, resource, req_succeeded):
        if resp.status in (falcon.HTTP_401, falcon.HTTP_403):
            logger.warning("refused %s for %s", req.path, req.remote_addr)


class Order:
    def on_delete(self, req, resp, pk):
        if not req.context.user.can("delete", pk):
            raise falcon.HTTPForbidden()
        resp.status = falcon.HTTP_204


app = falcon.App(middleware=[LogRefusals()])
app.add_route("/order/{pk}", Order())
