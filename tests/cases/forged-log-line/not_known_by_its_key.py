import logging

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
KINDS = ("a", "b")


@app.route("/hook", methods=["POST"])
def hook():
    data = request.get_json()
    if data["kind"] not in KINDS:
        logger.info("no such kind: %s", data["kind"])  # expect: reaches logger.info()
        abort(400)
    logger.info("a hook of %s", data["sender"])  # expect: reaches logger.info()
    if data.get("action") != "opened":
        logger.info("it was %s", data["action"])  # expect: reaches logger.info()
    data = request.get_json()
    logger.info("again: %s", data["kind"])  # expect: reaches logger.info()
    return "ok"
