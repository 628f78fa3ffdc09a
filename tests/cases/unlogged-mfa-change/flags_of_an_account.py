import pyotp
from flask import Blueprint, redirect, render_template, request
from flask_login import current_user

from shop.models import db

bp = Blueprint("security", __name__)


@bp.route("/second-factor/on", methods=["GET", "POST"])
def enable():
    code = pyotp.TOTP(current_user.totp_secret)
    if not code.verify(request.form["code"]):
        return render_template("on.html", error="no")
    current_user.mfa_enabled = True  # expect: enable() sets current_user.mfa_enabled
    db.session.commit()
    return redirect("/")


@bp.route("/second-factor/off", methods=["POST"])
def disable():
    current_user.totp_secret = None  # expect: disable() sets current_user.totp_secret
    db.session.commit()
    return redirect("/")


@bp.route("/second-factor/away", methods=["POST"])
def remove():
    if not pyotp.TOTP(current_user.totp_secret).verify(request.form["code"]):
        return render_template("on.html", error="no")
    current_user.mfa_enabled = False  # expect: remove() sets current_user.mfa_enabled
    db.session.commit()
    return redirect("/")
