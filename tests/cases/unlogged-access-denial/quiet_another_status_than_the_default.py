from flask import Blueprint, jsonify
from flask_login import current_user

from shop.models import Order

bp = Blueprint("orders", __name__)


class ShopError(Exception):
    def __init__(self, message, status_code: int = 403):
        super().__init__(message)
        self.message = message
        self.status_code = status_code


def refuse(message, status=403):
    return jsonify(error=message), status


@bp.route("/orders/<int:number>", methods=["DELETE"])
def delete_order(number):
    order = Order.query.get(number)
    if not current_user.basket:
        return refuse("the basket is empty", 409)
    if order.state == "sent":
        raise ShopError("it was sent", status_code=409)
    return jsonify(done=True)
