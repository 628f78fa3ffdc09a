from flask import Blueprint, request

from shop.tables import RefreshToken, ResetPasswordToken, mail

bp = Blueprint("reset", __name__)


@bp.route("/reset", methods=["POST"])
def generate_token_for_email():
    token = ResetPasswordToken.objects.create(address=request.form["address"])
    mail(token)
    return "sent"
