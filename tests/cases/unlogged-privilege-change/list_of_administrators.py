# file: shop/rights.py
from flask import Blueprint, request
from shop.settings import settings
from shop.users import User, db

bp = Blueprint("rights", __name__)


@bp.route("/admins", methods=["POST"])
def add_admin():
    settings.admin_users.append(request.form["login"])  # expect: rights
    settings.save()
    return {}


@bp.route("/admins/<login>", methods=["DELETE"])
def remove_admin(login):
    settings.shop_super_users.remove(login)  # expect: rights
    settings.save()
    return {}


@bp.route("/users/<login>/admin", methods=["POST"])
def toggle_admin(login):
    user = User.query.get(login)
    setattr(user, "is_admin", not user.is_admin)  # expect: rights
    db.session.commit()
    return {}
