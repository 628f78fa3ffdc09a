"""What is left behind the first word is a text of any kind, and so is each part between commas."""

import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/ask")
def ask():
    verb, rest = request.args["line"].strip().split(maxsplit=1)
    logger.info("asked for %s", rest)  # expect: reaches logger.info()
    first, second = request.args["pair"].split(",")
    logger.info("a pair with %s", first)  # expect: reaches logger.info()
    return verb + second
