from flask import Blueprint
from flask_login import current_user

from shop.models import db

bp = Blueprint("factors", __name__)


@bp.route("/totp", methods=["DELETE"])
def disable():
    user = current_user
    user.totp_secret = None  # expect: second factor
    user.totp_enabled = False
    db.session.commit()
    return {"enabled": False}
