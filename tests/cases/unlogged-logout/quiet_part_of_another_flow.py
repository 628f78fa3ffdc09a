from flask import Blueprint, redirect, request
from flask_login import login_user, logout_user

from accounts.model import confirmed

bp = Blueprint("accounts", __name__)


@bp.get("/confirm/<token>")
def confirm(token):
    user = confirmed(token)
    logout_user()
    login_user(user)
    return redirect("/")


def add_logout_reason(request, response, reason):
    response.set_cookie("logout_reason", reason)
