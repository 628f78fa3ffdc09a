import logging

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
KINDS = ("a", "b")
JOBS = {}


@app.route("/hook", methods=["POST"])
def hook():
    data = request.get_json()
    if data["kind"] not in KINDS:
        abort(400)
    logger.info("a hook: %s", data["kind"])
    if data.get("action") == "opened":
        logger.info("it was %s", data["action"])
    return "ok"


@app.route("/job", methods=["POST"])
def job():
    payload = request.get_json()
    if payload.get("job") in JOBS:
        return started(payload)
    return "no", 404


def started(payload):
    if payload["job"] not in JOBS:
        raise LookupError("no such job")
    logger.info("started: %s", payload["job"])
    return "yes"
