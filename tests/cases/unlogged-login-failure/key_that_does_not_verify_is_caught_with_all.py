from flask import Blueprint, jsonify, request, session
from flask_login import login_user
from webauthn import verify_authentication_response

from shop.models import WebAuthnCredential

bp = Blueprint("webauthn", __name__)


@bp.route("/complete", methods=["POST"])
def complete():
    row = WebAuthnCredential.query.filter_by(credential_id=request.json["id"]).first()
    try:
        verification = verify_authentication_response(
            credential=request.json, expected_challenge=session.get("challenge"), credential_public_key=row.public_key
        )
        row.sign_count = verification.new_sign_count
        login_user(row.account)
        return jsonify({"verified": True})
    except Exception:
        return jsonify({"error": "Authentication failed"}), 400  # expect: failed login
