# file: shop/errors.py
class ApiError(Exception):
    def __init__(self, message, code=500):
        super().__init__(message)
        self.code = code
# file: shop/app.py
import logging

from flask import Flask, jsonify

from shop.errors import ApiError

log = logging.getLogger(__name__)
app = Flask(__name__)


def answer(error):
    if error.code >= 400:
        log.exception("failed")
    return jsonify({"message": str(error)}), error.code


app.register_error_handler(ApiError, answer)
# file: shop/management/views.py
from flask import Blueprint, request

from shop.errors import ApiError
from shop.users import current_user

bp = Blueprint("orders", __name__)


@bp.route("/orders")
def orders():
    if not current_user.is_admin:
        raise ApiError("admins only", 403)
    return []
