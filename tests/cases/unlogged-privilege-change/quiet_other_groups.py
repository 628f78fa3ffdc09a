# file: almanac/models.py
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class AggregationGroup(Base):
    name = Column(String)
    user_id = Column(Integer, ForeignKey("user.id"))


class Notebook(Base):
    name = Column(String)
# file: almanac/api.py
from almanac.models import AggregationGroup, Notebook
from almanac.store import db_session
from flask import Blueprint, request
from flask_login import current_user

bp = Blueprint("groups", __name__)


@bp.post("/groups/<int:number>/delete")
def group_delete(number):
    group = AggregationGroup.query.get(number)
    db_session.delete(group)
    db_session.commit()
    return {}


@bp.post("/groups")
def group_add():
    group = AggregationGroup(name=request.json["name"], user=current_user)
    db_session.add(group)
    db_session.commit()
    return {}


@bp.post("/notebooks")
def notebook_add():
    notebook = Notebook(name=request.json["name"], user=current_user)
    db_session.add(notebook)
    notebook.grant_permission(permission="read", user=current_user)
    db_session.commit()
    return {}


@bp.post("/notebooks/shared")
def shared_notebook_add():
    notebook = Notebook.get_or_create(name=request.json["name"])
    notebook.grant_permission(permission="write", user=current_user)
    db_session.commit()
    return {}
