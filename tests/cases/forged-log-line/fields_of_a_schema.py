"""What marshmallow lets through is still what a client says, unless the schema says which texts it may be."""

import logging

import requests
from flask import Flask, request
from marshmallow import Schema, fields, validate

app = Flask(__name__)
logger = logging.getLogger(__name__)


class PageSchema(Schema):
    title = fields.Str(required=True, validate=validate.Length(max=80))
    kind = fields.Str(validate=validate.OneOf(["draft", "final"]))
    count = fields.Int()
    source = fields.Url()


@app.post("/pages")
def add():
    page = PageSchema().load(request.get_json())
    logger.info("page %s", page["title"])  # expect: a line break in it starts a forged record
    logger.info("page of kind %s", page["kind"])
    logger.info("page of %s", page["count"])
    logger.info("page from %s", page["source"])
    logger.info("page called %r", page["title"])
    return "", 201


def kept(path):
    page = PageSchema().load(path.read_text())
    logger.info("page %s", page["title"])
