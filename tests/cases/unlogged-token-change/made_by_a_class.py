from flask import Blueprint, request
from flask_login import current_user

from shop.tables import ApiToken

bp = Blueprint("tokens", __name__)


@bp.route("/tokens", methods=["POST"])
def add():
    token, text = ApiToken.generate(user=current_user.id, name=request.form["name"])  # expect: token
    return text
