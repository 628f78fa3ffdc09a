"""Whoever asks whether they may do something is told, and refused nothing."""

from flask import Blueprint, request

from shop.answers import response_error, response_success
from shop.rights import current_user_may

profile = Blueprint("profile", __name__)


@profile.route("/user/has-permission", methods=["POST"])
def user_has_permission():
    if current_user_may(request.json["permission"]):
        return response_success("User has permission")
    return response_error("User does not have permission", status=403)
