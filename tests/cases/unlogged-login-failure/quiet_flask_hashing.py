from flask import Blueprint, current_app, flash, redirect
from flask_login import login_user

from .extensions import hashing
from .models import Model

bp = Blueprint("auth", __name__)


class Account(Model):
    def fits(self, value):
        return hashing.check_value(self.kept, value)


@bp.route("/activate/<int:number>/<value>")
def activate(number, value):
    account = Account.query.get_or_404(number)
    if account.fits(value):
        login_user(account)
        current_app.logger.info("account %s logged in by a link", account.id)
        return redirect("/")
    current_app.logger.warning("failed login of account %s by a link", account.id)
    flash("This link is not valid", "danger")
    return redirect("/login")
