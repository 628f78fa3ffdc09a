from flask import Blueprint, jsonify

from keys.store import db, find

keys = Blueprint("keys", __name__)


@keys.post("/token/<serial>/off")
def switch_off(serial):
    token = find(serial)
    token.disabled = True  # expect: token
    db.session.commit()
    return jsonify(serial)


@keys.post("/token/<serial>/on")
def switch_on(serial):
    token = find(serial)
    token.disabled = False
    db.session.commit()
    return jsonify(serial)
