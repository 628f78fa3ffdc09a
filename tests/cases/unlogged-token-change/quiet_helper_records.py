# file: audit.py
import logging

log = logging.getLogger("audit")


def tell(event, **details):
    log.info("%s %r", event, details)
# file: views.py
from flask import Flask, jsonify
from flask_login import current_user

from audit import tell

app = Flask(__name__)


@app.post("/keys")
def add():
    key = current_user.create_api_key()
    tell("authn_token_created", user=current_user.id)
    return jsonify(key=key.text)


def create_api_key(user):
    return user.id
