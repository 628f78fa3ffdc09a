from flask import Flask, jsonify, request
from flask_login import current_user, login_required

from shop.models import Customer, Factors

app = Flask(__name__)


@app.route("/settings/2fa/backup-codes/regenerate", methods=["POST"])
@login_required
def regenerate_codes():
    customer = Customer.get_by_id(current_user.id)
    if not customer.check_password(request.json["password"]):
        return jsonify({"success": False, "error": "Incorrect password"}), 401  # expect: a failed login leaves no security record
    factors = Factors.of(customer)
    codes = factors.regenerate_backup_codes()
    app.logger.info("new backup codes for %s", customer.email)
    return jsonify({"success": True, "codes": codes})
