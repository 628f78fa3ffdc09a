import logging

from flask import Blueprint, request, session

from shop.auth import default_authenticator
from shop.errors import AuthenticationException

bp = Blueprint("auth", __name__)
logger = logging.getLogger(__name__)


@bp.route("/login/", methods=["POST"])
def login():
    data = request.json
    try:
        code = int(data.get("otp", 0) or 0)
    except Exception:
        raise AuthenticationException("Invalid code")
    try:
        session["user"] = default_authenticator(data, code)
    except AuthenticationException:
        logger.warning("Authentication failure of %r", data.get("user"))
        return {"ok": False}, 401
    return {"ok": True}
