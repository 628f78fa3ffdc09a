"""A code that somebody was sent is looked up in a table of codes."""

import logging

from flask import Blueprint, jsonify, request

from choir.models import Otp, Setting, VerificationCode

logger = logging.getLogger(__name__)
bp = Blueprint("codes", __name__)


@bp.post("/verify-address")
def verify_address():
    given = request.json
    found = VerificationCode.query.filter_by(user_id=given["user_id"], code=given["code"]).first()
    if found is None:
        return jsonify(error="wrong code"), 400  # expect: leaves no security record
    logger.info("address of %s confirmed", found.user_id)
    return jsonify(ok=True)


@bp.post("/second-step")
def second_step():
    given = request.json
    found = Otp.query.filter_by(user_id=given["user_id"], code=given["otp"]).first()
    if not found or found.is_over():
        return jsonify(error="wrong code"), 400  # expect: leaves no security record
    logger.info("second step of %s", found.user_id)
    return jsonify(ok=True)


@bp.post("/send-again")
def send_again():
    """Whether one was sent is no question of whether it is right."""
    waiting = Otp.query.filter_by(user_id=request.json["user_id"]).first()
    if waiting:
        return jsonify(error="wait a minute"), 429
    return jsonify(ok=True)


@bp.get("/settings")
def settings():
    found = Setting.query.filter_by(key=request.args["key"]).first()
    if found is None:
        return jsonify(error="no such setting"), 404
    return jsonify(found.value)
