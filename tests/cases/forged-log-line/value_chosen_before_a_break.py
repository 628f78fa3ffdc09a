import logging

import flask

logger = logging.getLogger(__name__)
app = flask.Flask(__name__)


@app.route("/first", methods=["POST"])
def first():
    chosen = ""
    for name in ("a", "b"):
        if name in flask.request.form:
            chosen = flask.request.form[name]
            break
    logger.info("chosen: %s", chosen)  # expect: reaches logger.info()
    return "ok"
