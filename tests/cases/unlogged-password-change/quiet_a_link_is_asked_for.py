import secrets

from flask import Blueprint, redirect, request

from shop.db import db
from shop.mails import send_link
from shop.models import User

bp = Blueprint("auth", __name__)


@bp.post("/reset")
def reset_password():
    user = User.query.filter_by(email=request.form["email"]).first()
    if user is not None:
        user.reset_token = secrets.token_urlsafe(32)
        db.session.commit()
        send_link(user.email, user.reset_token)
    return redirect("/")
