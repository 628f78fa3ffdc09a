from flask import Blueprint, flash, redirect
from flask_login import login_user

from .extensions import hashing
from .models import Model

bp = Blueprint("auth", __name__)


class Account(Model):
    def fits(self, value):
        return hashing.check_value(self.kept, value)


@bp.route("/activate/<number>/<value>")
def activate(number, value):
    account = Account.query.get_or_404(number)
    if account.fits(value):
        login_user(account)
        return redirect("/")
    flash("This link is not valid", "danger")
    return redirect("/login")  # expect: a failed login leaves no security record
