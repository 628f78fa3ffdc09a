"""A loop over pairs that are written out gives the names at one place and the values at the other."""

import logging

from flask import Flask, request

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    for name, value in (("headers", request.headers), ("args", request.args)):
        log.debug("looking at %s", name)
        log.debug("looking at %s: %s", name, value)  # expect: headers
    pairs = [(request.headers, "headers")]
    for value, name in pairs:
        log.debug("looked at %s", name)
        log.debug("looked at %s", value)  # expect: headers
    return "", 204
