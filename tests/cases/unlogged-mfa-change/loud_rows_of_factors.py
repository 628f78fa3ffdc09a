"""A second factor is told by the class of its row, in a file that imports nothing about such."""

from flask import Blueprint, jsonify, request
from flask_login import current_user, login_required

from wiki.db import db
from wiki.models import RecoveryCode, WebAuthnChallenge, WebAuthnCredential

bp = Blueprint("keys", __name__)


@bp.route("/keys", methods=["POST"])
@login_required
def add_key():
    credential = WebAuthnCredential(user_id=current_user.id, public_key=request.json["key"])
    db.session.add(credential)  # expect: a changed second factor leaves no security record
    db.session.commit()
    return "", 201


@bp.route("/keys/<int:number>", methods=["DELETE"])
@login_required
def remove_key(number):
    credential = WebAuthnCredential.query.filter_by(id=number, user_id=current_user.id).first_or_404()
    db.session.delete(credential)  # expect: a changed second factor leaves no security record
    db.session.commit()
    return "", 204


@bp.route("/codes", methods=["POST"])
@login_required
def renew_codes():
    RecoveryCode.query.filter_by(user_id=current_user.id).delete()  # expect: a changed second factor leaves no security record
    for code in request.json["codes"]:
        db.session.add(RecoveryCode(user_id=current_user.id, code=code))
    db.session.commit()
    return jsonify({})


@bp.route("/codes/use", methods=["POST"])
@login_required
def use_code():
    code = RecoveryCode.query.filter_by(code=request.json["code"]).first_or_404()
    db.session.delete(code)
    db.session.commit()
    return "", 204


@bp.route("/keys/ask", methods=["POST"])
@login_required
def ask():
    db.session.add(WebAuthnChallenge(user_id=current_user.id, text=request.json["text"]))
    db.session.commit()
    return "", 204
