import logging

from flask import Blueprint

from shop.users import User, signed_in

log = logging.getLogger(__name__)
bp = Blueprint("users", __name__)


@bp.get("/users/<name>/orders")
@signed_in
def orders(customer, name):
    user = User.query.filter_by(name=name).first()
    if not user:
        log.error("user %s not found", name)
        return {"error": "not found"}, 404
    if user.id != customer.id and not customer.is_admin:
        return {"error": "not yours"}, 403  # expect: denied access
    return {"orders": user.orders}
