from flask import Blueprint, request

from music.state import set_password_hash_state

api = Blueprint("api", __name__)


@api.route("/state", methods=["POST"])
def state():
    set_password_hash_state(request.form["state"])
    return {}
