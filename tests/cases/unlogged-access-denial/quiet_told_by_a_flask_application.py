import logging

from flask import Flask, request, abort

logger = logging.getLogger(__name__)


class Shop(Flask):
    def handle_http_exception(self, e):
        logger.warning("refused %s for %s: %s", request.path, request.remote_addr, e)
        return super().handle_http_exception(e)


app = Shop(__name__)


@app.route("/order/<pk>", methods=["DELETE"])
def order(pk):
    if not current_user.can("delete", pk):
        abort(403)
    return "", 204
