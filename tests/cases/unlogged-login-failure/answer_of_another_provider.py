# file: shop/sso.py
import requests
from authlib.integrations.base_client import OAuthError
from flask import Blueprint, abort, redirect, request, session
from flask_login import login_user
from shop.oauth import oauth
from shop.people import find_or_make

bp = Blueprint("sso", __name__)


@bp.route("/login/callback")
def callback():
    if request.args.get("state") != session.pop("oauth_state", None):
        abort(400)  # expect: failed login
    login_user(find_or_make(request.args["code"]))
    return redirect("/")


@bp.route("/login/google/callback")
def google_callback():
    try:
        token = oauth.google.authorize_access_token()
    except OAuthError:
        return "try again", 400  # expect: failed login
    login_user(find_or_make(token["userinfo"]["email"]))
    return redirect("/")


@bp.route("/oidc/callback")
def oidc_callback():
    if "state" not in request.args or request.args["state"] != session.get("state"):
        return redirect("/login?error=state")  # expect: failed login
    answer = requests.post("https://id.example/token", data={"code": request.args["code"]}, timeout=3)
    session["user"] = answer.json()["sub"]
    return redirect("/")
