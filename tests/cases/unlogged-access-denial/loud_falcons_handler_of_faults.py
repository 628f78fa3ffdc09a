import logging

import falcon

logger = logging.getLogger(__name__)


def broken(req, resp, ex, params):
    logger.exception("broken")
    raise falcon.HTTPInternalServerError()


class Order:
    def on_delete(self, req, resp, pk):
        if not req.context.user.can("delete", pk):
            raise falcon.HTTPForbidden()  # expect: a denied access leaves no security record


app = falcon.App()
app.add_error_handler(Exception, broken)
app.add_route("/order/{pk}", Order())
