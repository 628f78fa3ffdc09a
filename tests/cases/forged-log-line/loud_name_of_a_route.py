"""What a route's name matches is anything but a slash."""

import logging

import flask

logger = logging.getLogger(__name__)
app = flask.Flask(__name__)


@app.get("/files/<name>")
def file(name: str) -> str:
    logger.info("sending %s", name)  # expect: name
    return name
