"""A text that is parted where it is blank gives words, which hold no line break."""

import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/ask")
def ask():
    verb, rest = request.args["line"].strip().split(maxsplit=1)
    logger.info("asked to %s", verb)
    first, second = request.args["pair"].split()
    logger.info("a pair of %s and %s", first, second)
    return rest
