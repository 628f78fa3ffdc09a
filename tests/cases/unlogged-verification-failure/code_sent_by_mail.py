import hashlib

from flask import Flask, jsonify, request, session
from flask_login import login_user

from shop.models import Customer, VerificationToken

app = Flask(__name__)


@app.route("/auth/2fa/recovery/verify", methods=["POST"])
def recovery_verify():
    number = session.get("pending_2fa")
    code = hashlib.sha256(request.json["code"].encode()).hexdigest()
    token = VerificationToken.verify(code, "2fa_recovery")
    if not token or token.customer_id != number:
        return jsonify({"success": False, "error": "Invalid or expired code"}), 401  # expect: does not verify
    login_user(Customer.get_by_id(number))
    app.logger.info("recovered customer %s", number)
    return jsonify({"success": True})
