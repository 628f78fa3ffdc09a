import logging

from flask import Blueprint, request

from shop.errors import ErrorCode, RequestFailed

bp = Blueprint("rights", __name__)
logger = logging.getLogger(__name__)


@bp.route("/rights", methods=["POST"])
def add_right():
    if not request.user.may_manage(request.json["right"]):
        logger.warning("%s may not manage %r", request.user.id, request.json["right"])
        raise RequestFailed(ErrorCode.ACCESS_DENIED, "You can not manage this.")
    if not request.json["name"]:
        raise RequestFailed(ErrorCode.DATA_MISSING, "Which one?")
    return "", 204


@bp.route("/rights/own")
def own_rights():
    if not request.session.get_logged_in_user():
        raise RequestFailed(ErrorCode.AUTH_DENIED, "Log in first.")
    return "", 204
