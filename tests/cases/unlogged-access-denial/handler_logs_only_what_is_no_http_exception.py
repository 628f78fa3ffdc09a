# file: shop/service.py
import logging

from flask import jsonify
from werkzeug.exceptions import HTTPException, InternalServerError

logger = logging.getLogger(__name__)


class Service:
    def __init__(self, app):
        app.register_error_handler(Exception, self.error_handler)

    def error_handler(self, error):
        if isinstance(error, HTTPException):
            return jsonify({"message": error.description}), error.code
        logger.exception("internal error")
        return jsonify({"message": InternalServerError.description}), 500
# file: shop/orders.py
from flask import Blueprint, g
from werkzeug.exceptions import Forbidden

bp = Blueprint("orders", __name__)


@bp.route("/orders/<number>", methods=["DELETE"])
def delete_order(number):
    if not g.user.has_rights("orders"):
        raise Forbidden("not yours")  # expect: denied access
    return {}
