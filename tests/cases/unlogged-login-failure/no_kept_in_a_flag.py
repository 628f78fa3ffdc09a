import logging

from flask import Blueprint, current_app, redirect, render_template, request
from shop.people import Person, WrongPasswordError, verify_password

log = logging.getLogger(__name__)
bp = Blueprint("administration", __name__)


@bp.route("/administration", methods=["POST"])
def administrate():
    valid = True
    try:
        person = Person.query.get(request.form["name"])
        verify_password(person, request.form["password"])
    except WrongPasswordError:
        valid = False
    except ValueError as error:
        current_app.logger.error("no administration: %s", error)
        valid = False
    if valid:
        return redirect("/administration/start")
    return render_template("password.html", wrong=True)  # expect: returns render_template()
