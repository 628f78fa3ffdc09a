from flask import Blueprint, jsonify, request
from flask_login import current_user

from shop.models import Person

bp = Blueprint("security", __name__)


def disable_email_otp(person_id):
    Person.get(person_id).switch_off("email").commit()


def unregister_fido(person_id, name):
    Person.get(person_id).without_key(name).commit()


def generate_new_recovery_codes(person_id):
    return Person.get(person_id).with_codes().commit()


@bp.route("/mail-codes", methods=["DELETE"])
def mail_codes_off():
    disable_email_otp(current_user.id)  # expect: calls disable_email_otp()
    return jsonify(done=True)


@bp.route("/keys", methods=["DELETE"])
def key_off():
    unregister_fido(current_user.id, request.json["name"])  # expect: calls unregister_fido()
    return jsonify(done=True)


@bp.route("/recovery-codes", methods=["PUT"])
def other_codes():
    codes = generate_new_recovery_codes(current_user.id)  # expect: calls generate_new_recovery_codes()
    return jsonify(codes=codes)
