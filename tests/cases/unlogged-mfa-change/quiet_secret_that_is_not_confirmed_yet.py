import logging

import pyotp
from flask import Blueprint, redirect, render_template, request
from flask_login import current_user

from shop.models import db

logger = logging.getLogger(__name__)
bp = Blueprint("security", __name__)


@bp.route("/second-factor/begin", methods=["POST"])
def begin():
    current_user.totp_secret = pyotp.random_base32()
    db.session.commit()
    return render_template("qr.html")


@bp.route("/second-factor/on", methods=["POST"])
def enable():
    if not pyotp.TOTP(current_user.totp_secret).verify(request.form["code"]):
        logger.warning("authn_login_fail_mfa user=%s from=%s", current_user.get_id(), request.remote_addr)
        return render_template("qr.html", error="no")
    current_user.mfa_enabled = True
    db.session.commit()
    logger.info("authn_mfa_change user=%s on", current_user.get_id())
    return redirect("/")


@bp.route("/branches/<name>", methods=["POST"])
def protect(name):
    branch = find(name)
    branch.two_factor_enabled = True
    db.session.commit()
    return redirect("/")
