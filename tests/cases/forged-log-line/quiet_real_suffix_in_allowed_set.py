import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)

ALLOWED = {"epub", "pdf", "txt"}


@app.post("/convert")
def convert():
    suffix = request.form["suffix"].lower()
    if suffix not in ALLOWED:
        return "unknown format", 400
    logger.info("converting to %s", suffix)
    return "", 202
