"""What a check has found nothing wrong with is no longer anything that a client may send; what it has found to be wrong still is."""

import logging

from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


def validate_name(name):
    if not name.isalnum():
        return {"error": "no such name"}, 400
    return None


@app.get("/shops")
def shops():
    name = request.args["name"]
    error = validate_name(name)
    if error is not None:
        log.warning("refused %s", name)  # expect: `request.args['name']` reaches log.warning()
        return error
    log.info("shops called %s", name)
    return ""


@app.get("/kinds")
def kinds():
    kind = request.args["kind"]
    valid = validate_name(kind)
    if not valid:
        log.info("no shops of kind %s", kind)  # expect: `request.args['kind']` reaches log.info()
    return ""


@app.get("/goods")
def goods():
    goods = request.args["goods"]
    error = order_goods(goods)
    if error:
        return error
    log.info("ordered %s", goods)  # expect: `request.args['goods']` reaches log.info()
    return ""


def order_goods(goods):
    return None
