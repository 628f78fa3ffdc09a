from flask import Blueprint, redirect, request

from shop.accounts import accounts, audit_log

bp = Blueprint("accounts", __name__)


@bp.post("/register")
def register():
    audit_log("user_created", request.form["email"])
    accounts.register(request.form["email"], request.form["password"])
    user = accounts.authenticate(request.form["email"], request.form["password"])
    if not user:
        return redirect("/login")
    return redirect("/")
