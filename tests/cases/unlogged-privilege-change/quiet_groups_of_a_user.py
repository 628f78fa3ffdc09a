# file: vineyard/rights.py
from vineyard.models import Membership, Right, db


def update_user_groups(user_id, groups):
    for group in groups:
        db.session.execute(Membership.insert(), {"user": user_id, "group": group})
    db.session.commit()


def remove_cellar_access_from_user(user_id, cellars):
    for cellar in cellars:
        db.session.execute(Right.remove(), {"user": user_id, "cellar": cellar})
    db.session.commit()


def get_access_for_user(user_id):
    return Right.query.filter_by(user=user_id).all()
# file: vineyard/api.py
import logging

from flask import Blueprint, request

from vineyard.models import db
from vineyard.rights import get_access_for_user, remove_cellar_access_from_user, update_user_groups
from vineyard.schemas import BarrelSchema

logger = logging.getLogger(__name__)
bp = Blueprint("groups", __name__)


@bp.post("/users/<int:number>/groups")
def groups(number):
    update_user_groups(user_id=number, groups=request.json["groups"])
    logger.info("groups of %d changed", number)
    return {}


@bp.post("/users/<int:number>/cellars/delete")
def cellars(number):
    remove_cellar_access_from_user(number, request.json["cellars"])
    logger.info("cellars taken from %d", number)
    return {}


@bp.get("/users/<int:number>/cellars")
def seen(number):
    return get_access_for_user(number)


@bp.post("/barrels/add")
def barrels_add():
    barrel = BarrelSchema().load(request.json)
    db.session.add(barrel)
    db.session.commit()
    return {}
