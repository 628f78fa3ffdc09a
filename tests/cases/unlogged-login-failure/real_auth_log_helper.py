# file: server/access.py
import logging


def auth_log(message):
    logging.getLogger("AUTH").info(message)
# file: server/api.py
from flask import Blueprint, abort, jsonify, request, session

from server.access import auth_log
from server.state import user_manager

api = Blueprint("api", __name__)


@api.route("/login", methods=["POST"])
def login():
    username = request.json["user"]
    user = user_manager.find_user(username)
    if user is not None and user_manager.check_password(username, request.json["pass"]):
        session["user"] = username
        auth_log(f"Logging in user {username!r} from {request.remote_addr}")
        return jsonify(user.as_dict())
    abort(403)  # expect: leaves no security record
