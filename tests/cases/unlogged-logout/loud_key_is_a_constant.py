from flask import Blueprint, redirect, session

from shop.keys import USER_KEY

bp = Blueprint("login", __name__)


@bp.route("/logout")
def logout():
    del session[USER_KEY]  # expect: a logout leaves no security record
    return redirect("/")
