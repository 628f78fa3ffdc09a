import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)

_CONTROL = {number: None for number in [*range(32), 127]}


@app.get("/search")
def search():
    words = request.args.get("q", "").translate(_CONTROL)
    logger.info("search for %s", words)
    return {"count": 0}
