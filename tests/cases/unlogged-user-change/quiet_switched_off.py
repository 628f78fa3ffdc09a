import logging

from flask import Blueprint, request

from choir.models import Concert, User, db
from choir.schemas import ConcertSchema

logger = logging.getLogger(__name__)
bp = Blueprint("users", __name__)


@bp.post("/users/<int:number>/off")
def off(number):
    user = User.query.get(number)
    user.is_active = False
    db.session.commit()
    logger.info("account %s switched off by %s", number, request.remote_user)
    return {}


@bp.get("/confirm/<token>")
def confirm_email(token):
    user = User.query.filter_by(confirmation=token).first()
    user.is_active = True
    db.session.commit()
    return {}


@bp.post("/concerts/<int:number>/off")
def cancel(number):
    concert = Concert.query.get(number)
    concert.active = False
    db.session.commit()
    return {}


@bp.post("/concerts")
def add_concert():
    concert = ConcertSchema().load(request.get_json())
    db.session.add(concert)
    db.session.commit()
    return {}
