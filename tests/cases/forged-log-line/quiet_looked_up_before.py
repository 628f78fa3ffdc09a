"""What was found by a name before it is logged is known: the look-up raises for any other text."""

import enum
import logging
import uuid

from django.shortcuts import get_object_or_404
from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)
HANDLERS = {"invoice": "billing", "refund": "billing"}


class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"


class NotFound(Exception):
    pass


class Machines:
    def __init__(self, connection):
        self._connection = connection
        self._rows = {}

    def _row(self, identity):
        try:
            return self._rows[identity]
        except KeyError:
            raise NotFound(identity) from None

    def address(self, identity):
        return self._row(identity).address


machines = Machines(None)


@app.route("/machines/<identity>")
def machine(identity):
    address = machines.address(identity)
    logger.info("machine %s is at %s", identity, address)
    return address


@app.route("/work")
def work():
    kind = request.args.get("kind", "")
    handler = HANDLERS[kind]
    logger.info("work of kind %s goes to %s", kind, handler)
    return handler


@app.route("/paint")
def paint():
    name = request.args.get("colour", "")
    Colour(name)
    logger.info("painting in %s", name)
    return name


@app.route("/orders")
def order():
    number = request.args.get("number", "")
    found = uuid.UUID(number)
    logger.info("order %s", number)
    return str(found)


@app.route("/articles")
def article():
    slug = request.args.get("slug", "")
    row = get_object_or_404(Article, slug=slug)
    logger.info("article %s is shown, %s", slug, row.pk)
    owner = request.args["owner"]
    shop = Shop.query.filter_by(owner=owner).first_or_404()
    logger.info("shop of %s: %s", owner, shop.id)
    return ""
