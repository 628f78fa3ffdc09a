from django.contrib.auth import get_user_model
from flask import Blueprint, request

from accounts.mail import reset_password_token_status, send_reset_password_instructions

bp = Blueprint("accounts", __name__)
UserModel = get_user_model()


@bp.post("/forgot")
def forgot():
    send_reset_password_instructions(request.form["email"])
    return "sent"


@bp.get("/reset/<token>")
def reset(token):
    expired, invalid, user = reset_password_token_status(token)
    return "form" if user else "again"


class Backend:
    def authenticate(self, request, name, password):
        user = find(name)
        if user is None:
            UserModel().set_password(password)
        return user


def find(name): ...
