"""What a call was given as a number is one behind it."""

import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/repair")
def repair():
    run = request.values.get("run")
    send(run=int(run))
    logger.info("sent for %s", run)
    return "sent"
