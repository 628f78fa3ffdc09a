from flask import Blueprint, redirect
from flask_login import current_user

from shop import db
from shop.models import ApiToken

keys = Blueprint("keys", __name__)


@keys.post("/keys")
def add():
    row = ApiToken(user_id=current_user.id)
    db.session.add(row)  # expect: token
    db.session.commit()
    return redirect("/keys")


@keys.post("/keys/<int:number>/delete")
def drop_token(number):
    db.session.query(ApiToken).filter(ApiToken.id == number).delete()  # expect: token
    db.session.commit()
    return redirect("/keys")
