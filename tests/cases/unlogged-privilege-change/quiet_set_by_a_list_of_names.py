import logging

from flask import Blueprint, redirect, request
from flask_login import current_user

from shop.models import Customer, db

bp = Blueprint("staff", __name__)
log = logging.getLogger(__name__)


@bp.route("/me", methods=["POST"])
def edit_me():
    for name in ("phone", "city", "newsletter"):
        setattr(current_user, name, request.form[name])
    db.session.commit()
    return redirect("/me")


@bp.route("/customers/<int:number>", methods=["POST"])
def edit_customer(number):
    user = Customer.query.get_or_404(number)
    for name in ("newsletter", "is_admin"):
        setattr(user, name, name in request.form)
    db.session.commit()
    log.info("customer %d edited by %s", number, current_user.id)
    return redirect("/customers")
