"""A handler of Werkzeug's class of another status hears nothing of a refusal; nor does one of the project's own class of that name."""

import logging

from flask import Flask, abort, g
from werkzeug.exceptions import NotFound

app = Flask(__name__)
audit = logging.getLogger("audit")


class Forbidden(Exception):
    """What the shop's stores raise."""


@app.errorhandler(NotFound)
def missing(err):
    audit.warning("nothing there: %s", err.code)
    return {"error": err.name}, err.code


@app.errorhandler(Forbidden)
def closed(err):
    audit.warning("closed for user %s", g.user.id)
    return {"error": "closed"}, 409


@app.delete("/orders/<int:number>")
def drop(number):
    if not g.user.is_admin:
        abort(403)  # expect: drop() calls abort(403)
    return {"dropped": number}
