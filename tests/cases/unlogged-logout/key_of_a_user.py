from flask import Blueprint, redirect, session

bp = Blueprint("oauth", __name__)


@bp.route("/logout")
def logout():
    session.pop("user_id", None)  # expect: logout
    return redirect("/")
