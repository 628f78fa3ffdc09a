"""What is left behind the first word may hold any line break."""

import logging

import flask

logger = logging.getLogger(__name__)
app = flask.Flask(__name__)


def rest_of(header: str) -> str:
    _, rest = header.strip().split(maxsplit=1)
    logger.info("the rest is %s", rest)  # expect: flask.request.args
    return rest


@app.post("/pages")
def page() -> str:
    return rest_of(flask.request.args["login"])
