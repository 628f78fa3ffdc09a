import logging

from flask import Blueprint, render_template, request

from shop.forms import SignUpForm

log = logging.getLogger(__name__)
bp = Blueprint("accounts", __name__)


@bp.post("/signup")
def signup():
    form = SignUpForm(request.form)
    log.debug("%s has %s", form.name.data, form.password.errors)
    log.debug("label %s, page %s", form.password.label, form.page_token.data)
    log.debug("with a password: %s, of %d characters", bool(form.password.data), len(form.password.data))
    return render_template("welcome.html")
