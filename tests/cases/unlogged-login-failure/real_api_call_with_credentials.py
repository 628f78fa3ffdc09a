from logging import getLogger

import flask
from flask import jsonify

bp = flask.Blueprint("api", __name__)
log = getLogger("load")


@bp.route("/api/<func>", methods=["POST"])
def rpc(func):
    api = flask.current_app.config["API"]
    user = flask.request.form.get("u", "")
    password = flask.request.form.get("p", "")
    info = api.check_auth(user, password)
    if not info:
        return jsonify({"error": "Unauthorized"}), 401  # expect: leaves no security record
    return jsonify(getattr(api, func)())
