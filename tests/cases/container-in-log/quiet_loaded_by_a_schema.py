"""A schema without a field for a secret lets none through, and one that makes an object gives no dict."""

import logging

from flask import Flask, request
from marshmallow import Schema, fields, post_load

logger = logging.getLogger(__name__)
app = Flask(__name__)


class PageSchema(Schema):
    number = fields.Int()
    size = fields.Int()


class Account:
    def __init__(self, name, password):
        self.name = name
        self.password = password


class AccountSchema(Schema):
    name = fields.Str()
    password = fields.Str()

    @post_load
    def make(self, data, **kwargs):
        return Account(**data)


@app.route("/users/search", methods=["POST"])
def search():
    page = PageSchema().load(request.get_json())
    logger.debug("page %s", page)
    return "ok"


@app.route("/users", methods=["POST"])
def create():
    account = AccountSchema().load(request.get_json())
    logger.debug("made %s", account)
    return "ok"
