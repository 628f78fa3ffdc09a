"""A helper makes the answer of the route that hands it on."""

import structlog
from flask import Blueprint, flash, redirect, request, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer

from shop.forms import login_page

log = structlog.get_logger(__name__)
bp = Blueprint("auth", __name__)


@bp.route("/login/")
def login():
    if "token" in request.args:
        return login_link(request.args["token"])
    return login_page()


def login_link(link_token):
    serializer = URLSafeTimedSerializer("key", salt="login-link")
    try:
        name = serializer.loads(link_token, max_age=600)
    except BadSignature:
        log.debug("Bad login token")
        flash("Login link expired", category="error")
        return redirect(url_for(".login"))  # expect: does not verify
    return redirect(url_for("home", name=name))
