import logging

from flask import Flask

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.get("/sync")
def sync():
    if not connect():
        logger.warning("authentication with the upstream failed")
        return "no", 502
    return "yes"


def connect(): ...
