"""Flask calls a function before each request, also those that bring their token in the query."""

import logging

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.before_request
def note():
    logger.info("%s %r", request.method, request.url)  # expect: the request's address reaches logger.info(): it shows the token


@app.route("/feed")
def feed():
    if request.args["access_token"] not in app.config["TOKENS"]:
        abort(403)
    return "<feed/>"
