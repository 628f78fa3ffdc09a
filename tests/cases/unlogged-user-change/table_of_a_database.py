from flask import Blueprint, request

from shop.database import db

bp = Blueprint("users", __name__)


@bp.post("/users")
def add_user():
    db.users.insert_one({"name": request.json["name"]})  # expect: created
    return {}, 201
