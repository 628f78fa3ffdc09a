"""The key by which somebody's programs log in is made anew."""

import secrets

from flask import Blueprint
from flask_login import current_user

from shop.answers import response_success
from shop.db import db
from shop.users import get_user

profile = Blueprint("profile", __name__)


@profile.route("/user/token/renew")
def user_renew_api():
    user = get_user(current_user.id)
    user.api_key = secrets.token_urlsafe(nbytes=64)  # expect: made or revoked token
    db.session.commit()
    return response_success("Token renewed")
