from flask import Blueprint, redirect
from flask_login import logout_user

bp = Blueprint("accounts", __name__)


@bp.get("/logout")
def leave():
    logout_user()  # expect: logout
    return redirect("/")
