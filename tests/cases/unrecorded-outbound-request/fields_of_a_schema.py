"""An address that marshmallow has let through leads anywhere."""

import requests
from flask import Flask, request
from marshmallow import Schema, fields, validate

app = Flask(__name__)


class PageSchema(Schema):
    source = fields.Url()
    host = fields.String(validate=validate.OneOf(["a.example.org", "b.example.org"]))


@app.post("/pages")
def add():
    page = PageSchema().load(request.get_json())
    return requests.get(page["source"], timeout=5).text  # expect: asks an address that a client controls


@app.post("/known")
def known():
    page = PageSchema().load(request.get_json())
    return requests.get(f"https://{page['host']}/", timeout=5).text
