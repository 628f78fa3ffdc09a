"""What a code is for is told by its table, and the column is called `code` and no more."""

from flask import Blueprint, flash, redirect, render_template, request
from flask_login import login_user

from shop.models import Activation, Account, LoginLink, PasswordReset, RecoveryCode, db

bp = Blueprint("links", __name__)


@bp.route("/activate", methods=["POST"])
def activate():
    account = Account.query.filter_by(email=request.json["email"]).first_or_404()
    activation = Activation.query.filter_by(account=account.number).one()
    if activation.code != request.json["code"]:
        activation.tries -= 1
        db.session.commit()
        return {"error": "wrong code"}, 400  # expect: a token or signature that does not verify leaves no security record
    return {"activated": True}


@bp.route("/reset/<code>", methods=["POST"])
def reset(code):
    found = PasswordReset.query.filter_by(code=code).first()
    if found is None or not found.valid():
        return render_template("reset.html", error="this link is no good")  # expect: a token or signature that does not verify leaves no security record
    return render_template("new_password.html")


@bp.route("/recover", methods=["POST"])
def recover():
    account = Account.query.get(request.form["account"])
    found = RecoveryCode.find_by_account_code(account, request.form["code"])
    if found:
        login_user(account)
        return redirect("/")
    flash("wrong code")
    return render_template("recover.html")  # expect: a token or signature that does not verify leaves no security record


@bp.route("/enter")
def enter():
    link = LoginLink.query.filter_by(code=request.args["code"]).first()
    if link is None:
        flash("this link is no good")
        return redirect("/login")  # expect: a token or signature that does not verify leaves no security record
    login_user(link.account)
    return redirect("/")
