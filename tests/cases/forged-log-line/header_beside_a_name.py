"""A helper is given names and a header by its callers: a header holds no line break, a name does."""

import logging

import requests
from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


def ask(path):
    log.debug("asked for %s", path)  # expect: `name`
    return requests.get(f"https://shop.example/{path}", timeout=5).json()


def products():
    account = request.headers.get("Account-Id")
    return ask(f"accounts/{account}/products")


def may_see(name):
    return ask(f"people/{name}/rights")


@app.get("/people/<string:name>")
def person(name):
    return may_see(name)
