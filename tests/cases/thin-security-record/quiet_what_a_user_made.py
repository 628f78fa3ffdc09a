from flask import Blueprint, current_app, request
from flask_login import current_user

from shop.db import db
from shop.models import Item

bp = Blueprint("items", __name__)


@bp.post("/items")
def create():
    item = Item(name=request.json["name"])
    db.session.add(item)
    db.session.commit()
    current_app.logger.info("Item created by user_id=%s", current_user.id)
    return {"id": item.id}
