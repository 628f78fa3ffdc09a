# file: shop/rights.py
import logging

from flask import Blueprint, request
from shop.settings import settings
from shop.users import User, db

logger = logging.getLogger(__name__)
bp = Blueprint("rights", __name__)


@bp.route("/admins", methods=["POST"])
def add_admin():
    settings.admin_users.append(request.form["login"])
    settings.save()
    logger.info("admin added", extra={"login": request.form["login"]})
    return {}


@bp.route("/admins/list")
def list_admins():
    admin_users = []
    for user in User.query:
        if user.is_admin:
            admin_users.append(user.login)
    return {"admins": admin_users}


@bp.route("/users/<login>/theme", methods=["POST"])
def theme(login):
    user = User.query.get(login)
    setattr(user, "theme", request.form["theme"])
    db.session.commit()
    return {}
