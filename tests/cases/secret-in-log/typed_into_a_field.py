import logging

from flask import Blueprint, render_template, request

from shop.forms import SignUpForm

log = logging.getLogger(__name__)
bp = Blueprint("accounts", __name__)


@bp.post("/signup")
def signup():
    form = SignUpForm(request.form)
    if not form.validate():
        return render_template("signup.html", form=form)
    log.debug("signing up with %s", form.password.data)  # expect: the password reaches
    log.debug("invited by %s", form.invitation_api_key.data)  # expect: the API key reaches
    return render_template("welcome.html")
