from flask import Blueprint, flash, redirect
from flask_login import current_user, login_required

from shop.db import Session
from shop.forms import CodeForm

bp = Blueprint("second", __name__)


@bp.route("/second/on", methods=["POST"])
@login_required
def switch_on():
    form = CodeForm()
    if form.validate():
        current_user.enable_otp = True  # expect: a changed second factor leaves no security record
        Session.commit()
        flash("your second factor is on")
    return redirect("/")
