# file: shop/factors.py
import pyotp
from flask import Blueprint, flash, redirect, request, session
from shop.models import UserMFA, db

bp = Blueprint("factors", __name__)


@bp.route("/mfa/register", methods=["POST"])
def register():
    if not pyotp.TOTP(session["secret"]).verify(request.form["code"]):
        flash("wrong code")
        return redirect("/mfa")
    mfa_add("totp", session.pop("secret"))  # expect: second factor
    return redirect("/")


def mfa_add(name, options):
    row = UserMFA(name=name, options=options)
    db.session.add(row)
    db.session.commit()
