"""Without a token nobody is refused anything: the answer asks for one."""

from flask import Blueprint, abort, jsonify, request

views = Blueprint("auth", __name__)


@views.route("/orders", methods=["GET"])
def orders():
    token = request.args.get("token", "")
    if not token:
        return abort(401, "a token is needed")
    return jsonify([])
