from flask import Blueprint, g
from werkzeug.exceptions import Forbidden

bp = Blueprint("members", __name__)


@bp.route("/members/<login>/keys")
def keys(login):
    if g.auth_user.login != login:
        raise Forbidden("not yours")  # expect: denied access
    return {"keys": g.auth_user.keys}
