from flask import Blueprint, g

from shop.database import db

bp = Blueprint("tokens", __name__)


@bp.delete("/tokens/<name>")
def remove_token(name):
    db.tokens.delete_one({"name": name, "owner": g.user_id})  # expect: token
    return "", 204
