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
from flask import Blueprint, request

from vineyard.models import db
from vineyard.rights import remove_cellar_access_from_user, update_user_groups
from vineyard.schemas import PickerGroupSchema

bp = Blueprint("groups", __name__)


@bp.post("/users/<int:number>/groups")
def groups(number):
    update_user_groups(user_id=number, groups=request.json["groups"])  # expect: change of rights
    return {}


@bp.post("/users/<int:number>/cellars/delete")
def cellars(number):
    remove_cellar_access_from_user(number, request.json["cellars"])  # expect: change of rights
    return {}


@bp.post("/groups/add")
def groups_add():
    group = PickerGroupSchema().load(request.json)
    db.session.add(group)  # expect: change of rights
    db.session.commit()
    return {}
