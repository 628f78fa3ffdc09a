"""A token is read of the query, and what is written has none: the path, one page's own address, an address whose query is masked."""

import logging
import re

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


def scrub(address):
    return re.sub(r"token=[^&]+", "token=[secret]", address)


@app.before_request
def note():
    logger.info("%s %r", request.method, request.path)
    logger.info("%s %r", request.method, scrub(request.url))


@app.route("/feed")
def feed():
    if request.args["access_token"] not in app.config["TOKENS"]:
        abort(403)
    return "<feed/>"
