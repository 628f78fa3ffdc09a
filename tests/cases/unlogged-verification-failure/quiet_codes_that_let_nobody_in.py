from flask import Blueprint, jsonify, request

from hall.models import Coupon, Order, Place, db

bp = Blueprint("orders", __name__)


@bp.post("/collect/<number>")
def collect(number):
    order = Order.query.get(number)
    if order.pickup_code != request.form["code"]:
        return jsonify({"message": "That code is of another order"}), 400
    return jsonify({"message": "Here it is"})


@bp.post("/coupon/<number>")
def coupon(number):
    found = Coupon.query.get(number)
    if found.coupon_code != request.form.get("code"):
        return jsonify({"message": "No such coupon"}), 400
    return jsonify({"message": "Two less"})


@bp.post("/where/<number>")
def where(number):
    place = Place.query.get(number)
    if place.country_code == request.form["country_code"]:
        return jsonify({"message": "At home"})
    return jsonify({"message": "Abroad"})


@bp.post("/renew/<number>")
def renewed(number):
    sent = request.get_json()
    if sent["reset_token"] != request.args["token"]:
        return jsonify({"message": "Ask for one of the two"}), 400
    return jsonify({"message": "Fine"})
