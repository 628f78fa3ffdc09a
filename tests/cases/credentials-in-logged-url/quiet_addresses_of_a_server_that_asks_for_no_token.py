"""Nothing in the project takes a secret out of an address."""

import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.before_request
def note():
    logger.info("%s %r", request.method, request.url)


@app.route("/pages")
def pages():
    return {"page": request.args.get("page"), "after": request.args.get("after")}
