from flask import Blueprint, jsonify, request, session

from hall.models import Member

bp = Blueprint("otp", __name__)


@bp.post("/otp")
def second_step():
    member = Member.query.filter_by(email=request.json["email"]).first()
    if str(member.otp) != request.json["otp"]:
        return jsonify({"message": "That was wrong"}), 400  # expect: failed login
    session["member"] = member.id
    return jsonify({"message": "Welcome"})


@bp.post("/otp/session")
def of_the_session():
    if session.get("login_otp") != request.form.get("otp"):
        return jsonify({"message": "That was wrong"}), 400  # expect: failed login
    return jsonify({"message": "Welcome"})
