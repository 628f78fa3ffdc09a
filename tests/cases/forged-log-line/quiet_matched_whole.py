import logging
import re

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
NAME = re.compile(r"[a-z]+\Z")


@app.get("/seats")
def seats():
    name = request.args["name"]
    if NAME.fullmatch(name) is None:
        return "no", 400
    logger.info("seats for " + name)
    row = request.args["row"]
    if re.match(r"[0-9]+\Z", row) is not None:
        logger.info("seats in row " + row)
    gate = request.args["gate"]
    if re.fullmatch(pattern="[A-F]", string=gate):
        logger.info("by gate " + gate)
    return "ok"
