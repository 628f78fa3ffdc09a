import hashlib
import secrets

from flask import jsonify
from flask_login import current_user, login_required
from passlib.context import CryptContext

from shop.db import db

context = CryptContext(schemes=["bcrypt"])


@login_required
def renew():
    raw = secrets.token_urlsafe(32)
    current_user.api_key = context.hash(raw)  # expect: a made or revoked token
    db.session.commit()
    return jsonify(key=raw)


@login_required
def renew_under_another_name():
    raw = secrets.token_urlsafe(32)
    current_user.api_key_hash = hashlib.sha256(raw.encode()).hexdigest()  # expect: a made or revoked token
    db.session.commit()
    return jsonify(key=raw)


@login_required
def hashed_anew(other):
    current_user.api_key = hashlib.sha256(other.key.encode()).hexdigest()
    db.session.commit()
