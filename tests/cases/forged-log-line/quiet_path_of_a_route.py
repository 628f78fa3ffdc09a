"""What a route's path matches holds no line break: the pattern's point takes none."""

import logging

import flask

logger = logging.getLogger(__name__)
app = flask.Flask(__name__)


@app.get("/files/<path:name>")
def file(name: str) -> str:
    logger.info("sending %s", name)
    return name
