import logging

from flask import Blueprint, jsonify, request
from flask_login import current_user

from shop.services import Users

bp = Blueprint("admin", __name__)
log = logging.getLogger(__name__)


@bp.route("/users/<name>/password", methods=["POST"])
def change_for(name, passwords):
    try:
        passwords.validate_password(request.json["password"], request.json["password_2"])
    except ValueError:
        return jsonify(error="the passwords differ"), 400
    Users().update_password(name, request.json["password"])
    log.warning("administrator %s changed a password", current_user.id)
    return jsonify(done=True)


@bp.route("/password", methods=["POST"])
def change(body, passwords):
    if not passwords.validate_password(body.password, body.confirm_password):
        return jsonify(error="the passwords differ"), 400
    Users().update_password(body.name, body.password)
    log.warning("user %s changed the password", current_user.id)
    return jsonify(done=True)
