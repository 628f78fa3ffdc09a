import logging

from flask import Blueprint, jsonify, request, session
from webauthn import verify_authentication_response, verify_registration_response

from shop.models import WebAuthnCredential, db

bp = Blueprint("webauthn", __name__)
logger = logging.getLogger(__name__)


@bp.route("/register", methods=["POST"])
def register():
    try:
        verification = verify_registration_response(credential=request.json, expected_challenge=session.get("challenge"))
    except Exception:
        return jsonify({"error": "Registration failed"}), 400
    return jsonify({"verified": bool(verification)})


@bp.route("/complete", methods=["POST"])
def complete():
    row = WebAuthnCredential.query.filter_by(credential_id=request.json["id"]).first()
    try:
        verify_authentication_response(credential=request.json, credential_public_key=row.public_key)
    except Exception as error:
        logger.warning("A key of user %s from %s does not verify: %s", row.user_id, request.remote_addr, type(error).__name__)
        return jsonify({"error": "Authentication failed"}), 400
    db.session.commit()
    return jsonify({"verified": True})
