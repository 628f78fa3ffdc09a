from flask import Blueprint, jsonify, request

from hall.models import Member, db

bp = Blueprint("links", __name__)


@bp.post("/confirm")
def confirm():
    sent = request.get_json()
    member = Member.query.filter_by(email=sent["email"]).first()
    if member.verification_code != sent.get("code"):
        return jsonify({"message": "That code is wrong"}), 400  # expect: does not verify
    member.confirmed = True
    db.session.commit()
    return jsonify({"message": "Welcome"})


@bp.post("/renew/<uid>/<token>")
def renew(uid, token):
    member = Member.query.get(uid)
    if member.reset_token == token and member.reset_until >= now():
        member.keep(request.form["wanted"])
        return jsonify({"message": "Done"})
    return jsonify({"message": "The link is no good"}), 400  # expect: does not verify
