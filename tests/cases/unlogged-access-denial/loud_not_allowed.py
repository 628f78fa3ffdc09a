from flask import Blueprint, flash, redirect, request
from flask_login import current_user

from shop.models import Order, db

bp = Blueprint("orders", __name__)


@bp.route("/orders/<int:number>/price", methods=["POST"])
def price(number):
    if not current_user.is_admin:
        flash("Not allowed.")
        return redirect("/")  # expect: a denied access leaves no security record
    Order.query.get_or_404(number).price = request.form["price"]
    db.session.commit()
    return redirect("/orders")


@bp.route("/orders/<int:number>/note", methods=["POST"])
def note(number):
    if len(request.form["note"]) > 500:
        flash("So long a note is not allowed.")
        return redirect("/orders")
    Order.query.get_or_404(number).note = request.form["note"]
    db.session.commit()
    return redirect("/orders")
