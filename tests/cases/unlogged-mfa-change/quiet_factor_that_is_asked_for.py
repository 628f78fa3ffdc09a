import logging

from flask import Blueprint, jsonify, request
from flask_login import current_user, login_required

from shop.services import second_factors

bp = Blueprint("security", __name__)
log = logging.getLogger(__name__)


@bp.route("/mail-codes", methods=["POST"])
def send_mail_code():
    second_factors.send_email_otp(request.json["email"])
    return jsonify(done=True)


@bp.route("/keys", methods=["PUT"])
@login_required
def begin_key():
    return jsonify(second_factors.pre_register_fido(current_user.id))


@bp.route("/keys", methods=["DELETE"])
@login_required
def key_off():
    second_factors.unregister_fido(current_user.id, request.json["name"])
    log.info("user %s removed a security key", current_user.id)
    return jsonify(done=True)
