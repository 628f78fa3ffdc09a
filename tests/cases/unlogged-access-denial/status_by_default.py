from http import HTTPStatus

from flask import Blueprint, jsonify
from flask_login import current_user

from shop.models import Order

bp = Blueprint("orders", __name__)


class ShopError(Exception):
    def __init__(self, message, status_code: int = 403):
        super().__init__(message)
        self.message = message
        self.status_code = status_code


def refuse(message, status=HTTPStatus.FORBIDDEN):
    return jsonify(error=message), status


@bp.route("/orders/<int:number>", methods=["DELETE"])
def delete_order(number):
    order = Order.query.get_or_404(number)
    if not current_user.can_delete(order):
        return refuse("you may not delete orders")  # expect: denied access
    return jsonify(done=True)


@bp.route("/orders/<int:number>/refund", methods=["POST"])
def refund(number):
    if not current_user.is_admin:
        raise ShopError("only admins refund")  # expect: denied access
    return jsonify(done=True)
