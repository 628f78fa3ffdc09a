import pyotp
from flask import Blueprint
from flask_login import current_user

from shop.models import db

bp = Blueprint("factors", __name__)


@bp.route("/totp", methods=["PUT"])
def begin():
    user = current_user
    if user.totp_enabled:
        return {"error": "already enabled"}, 400
    user.totp_secret = pyotp.random_base32()
    user.totp_enabled = False
    db.session.commit()
    return {"secret": user.totp_secret}
