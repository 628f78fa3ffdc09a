"""A code must be right, and must be another than the one before."""

import pyotp
from flask import Blueprint, flash, redirect, render_template, request
from flask_login import login_user

from shop.accounts import find_account

bp = Blueprint("second", __name__)


@bp.route("/second", methods=["POST"])
def second():
    account = find_account(request.form["account"])
    totp = pyotp.TOTP(account.otp_secret)
    token = request.form["token"]
    if totp.verify(token) and account.last_otp != token:
        account.last_otp = token
        login_user(account)
        return redirect("/")
    else:
        flash("wrong code")
    return render_template("second.html")  # expect: a failed login leaves no security record
