from flask import Blueprint, jsonify, request

from choir.models import User, db
from choir.schemas import UserSchema

bp = Blueprint("users", __name__)


@bp.post("/users/<int:number>/switch")
def switch(number):
    user = User.query.get(number)
    user.activated = not user.activated  # expect: switched on or off
    db.session.commit()
    return {}


@bp.post("/users/<int:number>/off")
def off(number):
    user = User.query.get(number)
    user.is_active = False  # expect: switched on or off
    db.session.commit()
    return {}


@bp.post("/users/<int:number>/on")
def activate_user(number):
    user = User.query.get(number)
    user.is_active = True  # expect: switched on or off
    db.session.commit()
    return {}


@bp.post("/users")
def add_singer():
    schema = UserSchema()
    made = schema.load(request.get_json())
    db.session.add(made)  # expect: created or deleted user
    db.session.commit()
    return jsonify(schema.dump(made))
