"""``abort(403)`` raises Werkzeug's class of that status, for which a handler may be registered by its name."""

import logging

from flask import Flask, abort, g
from werkzeug.exceptions import Forbidden, Unauthorized

app = Flask(__name__)
audit = logging.getLogger("audit")


@app.errorhandler(Forbidden)
@app.errorhandler(Unauthorized)
def refused(err):
    audit.warning("refusal %s of user %s", err.code, g.user.id)
    return {"error": err.name}, err.code


@app.delete("/orders/<int:number>")
def drop(number):
    if not g.user.is_admin:
        abort(403)
    return {"dropped": number}
