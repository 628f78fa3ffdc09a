"""A variable of one letter is what the function's only table has."""

from flask import Blueprint

from choir.models import Concert, User, db

bp = Blueprint("users", __name__)


@bp.post("/users/<int:number>/off")
def off(number):
    u = User.query.get(number)
    u.is_active = False  # expect: an account that is switched on or off leaves no security record: off() sets u.is_active
    db.session.commit()
    return {}


@bp.post("/concerts/<int:number>/off")
def cancel(number):
    c = Concert.query.get(number)
    c.is_active = False
    db.session.commit()
    return {}


@bp.post("/concerts/<int:number>/guests/<int:guest>")
def guest(number, guest):
    c = Concert.query.get(number)
    c.active = User.query.get(guest) is not None
    db.session.commit()
    return {}
