from flask import Blueprint, jsonify, request
from flask_login import current_user, login_required

from shop.services import second_factors

bp = Blueprint("security", __name__)


@bp.route("/mail-codes", methods=["DELETE"])
@login_required
def mail_codes_off():
    second_factors.disable_email_otp(current_user.id)  # expect: calls disable_email_otp()
    return jsonify(done=True)


@bp.route("/keys", methods=["DELETE"])
@login_required
def key_off():
    second_factors.unregister_fido(current_user.id, request.json["name"])  # expect: calls unregister_fido()
    return jsonify(done=True)


@bp.route("/recovery-codes", methods=["PUT"])
@login_required
def other_codes():
    codes = second_factors.generate_new_recovery_codes(current_user.id)  # expect: calls generate_new_recovery_codes()
    return jsonify(codes=codes)
