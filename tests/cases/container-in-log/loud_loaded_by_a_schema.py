"""What marshmallow lets through of a body is what a client sent."""

import logging
from functools import wraps

from flask import Flask, request
from marshmallow import Schema, fields

logger = logging.getLogger(__name__)
app = Flask(__name__)


class LoginSchema(Schema):
    username = fields.Str(required=True)
    password = fields.Str(required=True)


@app.route("/login", methods=["POST"])
def login():
    data = LoginSchema().load(request.get_json())
    logger.debug("login with %s", data)  # expect: the request's body reaches logger.debug(): its text shows the password
    return "ok"


class Unmarshal:
    def __init__(self, schema):
        self.schema = schema

    def __call__(self, view):
        @wraps(view)
        def checked():
            sent = request.get_json() or {}
            loaded = self.schema().load(sent)
            logger.debug("decoded %s for the user", loaded)  # expect: the request's body reaches logger.debug()
            return view(**loaded)

        return checked
