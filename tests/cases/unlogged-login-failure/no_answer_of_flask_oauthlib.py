from flask import Blueprint, redirect, session, url_for
from flask_oauthlib.client import OAuthException

from yard.oauth import provider
from yard.people import Person

pages = Blueprint("pages", __name__)


@pages.route("/callback")
def callback():
    answer = provider.authorized_response()
    if answer is None or isinstance(answer, OAuthException):
        return redirect(url_for("pages.index"))  # expect: failed login
    me = provider.get("userinfo")
    session["user"] = Person.of(me.data["id"]).id
    return redirect("/")
