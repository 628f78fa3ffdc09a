"""Before a call is given it as a number it may be anything, and so is what only some other call converts."""

import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/repair")
def repair():
    run, word = request.values.get("run"), request.values.get("word")
    logger.info("asked for %s", run)  # expect: reaches logger.info()
    send(run=int(run), word=str(word))
    logger.info("sent for %s", word)  # expect: reaches logger.info()
    return "sent"
