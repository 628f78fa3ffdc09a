from datetime import datetime, timedelta

from flask import Blueprint, flash, redirect, render_template, request

from shop.models import Customer, db
from shop.services import CustomerService

bp = Blueprint("accounts", __name__)


@bp.route("/reset/<token>", methods=["GET", "POST"])
def new_password(token):
    customer = Customer.query.filter_by(reset_password_token=token).first()
    if customer is None:
        flash("That link is not valid any more.")
        return redirect("/login")  # expect: does not verify
    if request.method == "POST":
        return redirect("/")
    return render_template("reset.html")


@bp.route("/activate")
def activate():
    customer = CustomerService.by_name_and_security_code(request.args["name"], request.args["code"])
    if customer and datetime.utcnow() - customer.code_date < timedelta(minutes=10):
        db.session.commit()
        return redirect("/")
    return "Security code expired"  # expect: does not verify


@bp.route("/confirm")
def confirm():
    customer = db.session.query(Customer).filter(Customer.confirmation_code == request.args["code"]).one_or_none()
    if not customer:
        return {"error": "no such code"}, 400  # expect: does not verify
    return redirect("/")
