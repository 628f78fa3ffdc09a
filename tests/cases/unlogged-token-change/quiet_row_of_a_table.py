import tokenize

from flask import Blueprint, redirect
from flask_login import current_user

from shop import db
from shop.models import ApiToken, CsrfToken, Document

keys = Blueprint("keys", __name__)


@keys.post("/keys")
def add():
    row = ApiToken(user_id=current_user.id)
    db.session.add(row)
    db.session.add(AuditLog(event="authn_token_created", user=current_user.id))
    db.session.commit()
    return redirect("/keys")


@keys.post("/documents/<int:number>/tokens")
def count_tokens(number):
    document = db.session.get(Document, number)
    tokens = [one for one in tokenize.generate_tokens(document.lines().__next__)]
    tokens.append(None)
    return {"tokens": len(tokens)}


@keys.post("/forms")
def new_form():
    db.session.add(CsrfToken(user_id=current_user.id))
    db.session.commit()
    return ""


class AuditLog:
    def __init__(self, event, user): ...
