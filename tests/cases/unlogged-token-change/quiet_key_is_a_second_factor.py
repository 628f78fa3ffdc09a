from flask import Blueprint, redirect
from flask_login import current_user
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
bp = Blueprint("keys", __name__)


class WebAuthnCredential(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.Integer)


@bp.route("/credentials/<int:number>", methods=["DELETE"])
def delete_credential(number):
    credential = WebAuthnCredential.query.filter_by(id=number, user_id=current_user.id).first()
    db.session.delete(credential)
    db.session.commit()
    return redirect("/credentials")
