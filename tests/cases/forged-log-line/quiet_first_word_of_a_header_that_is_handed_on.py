"""The first word of a text that is cut at blanks holds no line break, whoever has handed the text on; nor does a line that was read."""

import logging

import flask

logger = logging.getLogger(__name__)
app = flask.Flask(__name__)


def scheme_of(header: str) -> str:
    scheme, _ = header.strip().split(maxsplit=1)
    logger.info("the scheme is %s", scheme)
    return scheme


@app.post("/pages")
def page() -> str:
    line = flask.request.stream.readline()
    logger.info("begins with %s", line.decode())
    return scheme_of(flask.request.args["login"])
