from flask import Blueprint, request

from shop.errors import ErrorCode, RequestFailed

bp = Blueprint("rights", __name__)


@bp.route("/rights", methods=["POST"])
def add_right():
    if not request.user.may_manage(request.json["right"]):
        raise RequestFailed(ErrorCode.ACCESS_DENIED, "You can not manage this.")  # expect: a denied access leaves no security record
    return "", 204
