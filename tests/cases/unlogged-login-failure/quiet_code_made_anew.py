"""The failure is recorded; and a code that is sent, or was used before, is no failed login."""

import logging

import pyotp
from flask import Blueprint, redirect, render_template, request
from flask_login import login_user

from shop.accounts import find_account, send_text

bp = Blueprint("second", __name__)
log = logging.getLogger(__name__)


@bp.route("/second", methods=["POST"])
def second():
    account = find_account(request.form["account"])
    if pyotp.TOTP(account.secret).now() != request.form["code"]:
        log.warning("wrong second factor for account %s", account.number)
        return render_template("second.html", error="wrong code")
    login_user(account)
    log.info("account %s logged in", account.number)
    return redirect("/")


@bp.route("/text", methods=["POST"])
def text():
    account = find_account(request.form["account"])
    code = pyotp.TOTP(account.secret).now()
    if code != account.last_code:
        send_text(account.phone, code)
    return render_template("second.html")
