from flask import Blueprint, render_template, request
from flask_login import current_user

from journal.database import db

account = Blueprint("account", __name__)


@account.route("/reset-2fa-hotp", methods=["POST"])
def reset_hotp():
    current_user.set_hotp_secret(request.form["otp_secret"])  # expect: second factor
    db.session.commit()
    return render_template("hotp.html")
