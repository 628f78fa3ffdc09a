# file: books/base.py
from functools import wraps

from flask import flash, redirect, session, url_for
from flask_babel import gettext

from books.people import current


def admin_required(view):
    @wraps(view)
    def wrapper(*args, **kwargs):
        if session.get("login") and current().is_admin:
            return view(*args, **kwargs)
        flash(gettext("Only admins can access this page."), "notification")
        return redirect(url_for("main.index"))  # expect: denied access

    return wrapper
# file: books/accounts.py
from flask import Blueprint, current_app, render_template, request
from flask_babel import gettext as _

from books.people import Person, login_required

accounts = Blueprint("accounts", __name__)


@accounts.post("/account/delete")
@login_required
def delete_account(user):
    admin = current_app.config["ADMIN_NAME"]
    name = request.form.get("name", "")
    if user.name != admin or not name or name == admin:
        return {"status": _("You do not have sufficient privileges.")}  # expect: denied access
    person = Person.get_or_none(Person.name == name)
    if person is None:
        return {"status": _("There is no {}.").format(name)}
    person.hide()
    return {"status": "ok"}


@accounts.post("/account/change/<name>")
@login_required
def change_account(name, user):
    if user.name != name and user.name != current_app.config["ADMIN_NAME"]:
        tips = _("You do not have sufficient privileges.")
        return render_template("tips.html", title="privileges", tips=tips)  # expect: denied access
    return render_template("account.html", name=name)
