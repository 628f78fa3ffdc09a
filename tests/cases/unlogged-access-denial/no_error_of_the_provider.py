"""That the provider sent no error asks for nothing: who is not on the list is refused after that."""

from flask import Blueprint, abort, current_app, redirect, request
from flask_login import login_user

from shop.google import decode
from shop.models import User

views = Blueprint("auth", __name__)


@views.route("/login/google", methods=["GET"])
def google_connect():
    error = request.args.get("error", "")
    if error:
        current_app.logger.error("the provider sent an error")
        return abort(400, "error")
    email = decode(request.args["code"]).get("email")
    allowed = current_app.config.get("ALLOWED_USERS", [])
    if allowed:
        if email not in allowed:
            return abort(401, "user not allowed")  # expect: a denied access leaves no security record
    user = User.get_or_create(username=email, name=email)
    login_user(user)
    current_app.logger.info("a user logged in")
    return redirect("/")
