"""An exception that speaks of privileges denies access, even where its status is 401 and the function is about users."""

import logging

from flask import Blueprint, request
from flask_login import current_user, login_required

api = Blueprint("api", __name__)
log = logging.getLogger(__name__)


class NotEnoughPrivileges(Exception):
    status_code = 401

    def __init__(self, message):
        super().__init__(message)
        self.message = message


def error_of_update(actor, wanted):
    if actor.role.name != "Administrator" and wanted == "Administrator":
        return "only an administrator may do that"
    return None


@api.route("/users", methods=["POST"])
@login_required
def create_user():
    data = request.get_json()
    if not data.get("username"):
        log.warning("no name was given")
        return {"error": "name"}, 400
    authorization_error = error_of_update(current_user, data["role"])
    if authorization_error:
        raise NotEnoughPrivileges(authorization_error)  # expect: a denied access
    return {"made": data["username"]}


@api.errorhandler(NotEnoughPrivileges)
def answer(error):
    return {"error": error.message}, error.status_code
