import logging

from flask import Blueprint, redirect, render_template, request

from shop.models import Coupon, Customer, Subscriber

bp = Blueprint("links", __name__)
log = logging.getLogger(__name__)


@bp.route("/newsletter/<token>")
def confirm_newsletter(token):
    subscriber = Subscriber.query.filter_by(confirm_token=token).first()
    if subscriber is None:
        return render_template("unknown.html")
    return redirect("/")


@bp.route("/coupon/<code>")
def coupon(code):
    found = Coupon.query.filter_by(code=code).first()
    if found is None:
        return {"error": "no such coupon"}, 404
    return {"worth": found.worth}


@bp.route("/reset/<token>")
def reset(token):
    customer = Customer.query.filter_by(reset_token=token).first()
    if customer is None:
        log.warning("reset with an unknown token from %s", request.remote_addr)
        return redirect("/login")
    return render_template("reset.html")


@bp.route("/forgot", methods=["POST"])
def forgot():
    customer = Customer.query.filter_by(email=request.form["email"]).first()
    if customer is not None:
        customer.reset_token = "x"
    return render_template("sent.html")
