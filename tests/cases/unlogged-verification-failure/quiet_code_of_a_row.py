"""Codes of other tables, and of rows that let nobody in."""

import logging

from flask import Blueprint, render_template, request
from flask_login import login_user

from shop.models import Account, Country, PasswordReset, ShortLink, Voucher

bp = Blueprint("codes", __name__)
log = logging.getLogger(__name__)


@bp.route("/country/<code>")
def country(code):
    found = Country.query.filter_by(code=code).first()
    if found is None:
        return {"error": "no such country"}, 404
    return {"name": found.name}


@bp.route("/s/<code>")
def short(code):
    link = ShortLink.query.filter_by(code=code).first()
    if link is None:
        return render_template("unknown.html")
    return {"leads_to": link.target}


@bp.route("/voucher", methods=["POST"])
def voucher():
    found = Voucher.query.get(request.json["number"])
    if found.code != request.json["code"]:
        return {"error": "wrong code"}, 400
    return {"worth": found.worth}


@bp.route("/reset/<code>", methods=["POST"])
def reset(code):
    found = PasswordReset.query.filter_by(code=code).first()
    if found is None:
        log.warning("a reset link that is no good was followed")
        return render_template("reset.html", error="this link is no good")
    login_user(Account.query.get(found.account))
    log.info("account %s came in by a reset link", found.account)
    return render_template("new_password.html")
