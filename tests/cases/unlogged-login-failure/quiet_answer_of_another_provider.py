# file: shop/sso.py
import logging

from authlib.integrations.base_client import OAuthError
from flask import Blueprint, abort, redirect, request, session
from flask_login import login_user
from shop.calendar import keep
from shop.oauth import oauth
from shop.people import find_or_make

logger = logging.getLogger(__name__)
bp = Blueprint("sso", __name__)


@bp.route("/login/callback")
def callback():
    if request.args.get("state") != session.pop("oauth_state", None):
        logger.warning("login with a wrong state from %s", request.remote_addr)
        abort(400)
    login_user(find_or_make(request.args["code"]))
    return redirect("/")


@bp.route("/login/google/callback")
def google_callback():
    try:
        token = oauth.google.authorize_access_token()
    except OAuthError as error:
        logger.warning("login failed: %s", error)
        return "try again", 400
    login_user(find_or_make(token["userinfo"]["email"]))
    return redirect("/")


@bp.route("/calendar/callback")
def calendar_callback():
    if request.args.get("state") != session.pop("calendar_state", None):
        abort(400)
    keep(oauth.calendar.authorize_access_token())
    return redirect("/calendar")


@bp.route("/orders/<int:number>/state", methods=["POST"])
def order_state(number):
    if request.form["state"] != session.get("order_state"):
        return "the order has changed", 400
    return redirect(f"/orders/{number}")
