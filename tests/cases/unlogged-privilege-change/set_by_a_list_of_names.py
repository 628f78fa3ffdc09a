from flask import Blueprint, redirect, request

from shop.models import Customer, db

bp = Blueprint("staff", __name__)


@bp.route("/customers/<int:number>", methods=["POST"])
def edit_customer(number):
    user = Customer.query.get_or_404(number)
    for name, label in (("newsletter", "the newsletter"), ("is_admin", "an admin")):
        if getattr(user, name) != bool(request.form.get(name)):
            setattr(user, name, bool(request.form.get(name)))  # expect: change of rights
    db.session.commit()
    return redirect("/customers")
