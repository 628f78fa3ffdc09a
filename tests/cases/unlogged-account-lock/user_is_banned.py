from flask import Blueprint
from flask_login import current_user

from shop.tables import User

bp = Blueprint("users", __name__)


@bp.route("/users/<id>/ban", methods=["POST"])
def ban(id):
    user = User.query.get(id)
    user.ban()  # expect: lock
    return "banned"
