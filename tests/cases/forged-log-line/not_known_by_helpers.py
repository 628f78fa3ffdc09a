import logging

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
JOBS = {}
USERS = {}


def count_job(job_id):
    JOBS[job_id] = JOBS.get(job_id, 0) + 1


def verify_password(username, password):
    return USERS.get(username) == password


@app.route("/jobs/<job_id>")
def show(job_id):
    count_job(job_id)
    logger.info("shown: %s", job_id)  # expect: reaches logger.info()
    if not JOBS:
        abort(404)
    return "ok"


@app.route("/login", methods=["POST"])
def login():
    username = request.form["username"]
    if not verify_password(username, request.form["password"]):
        logger.info("refused: %s", username)  # expect: reaches logger.info()
        return "no", 401
    return "yes"


@app.route("/several", methods=["POST"])
def several():
    names = [name for name in request.json["names"] if name not in JOBS]
    logger.info("several: %s", ", ".join(names))  # expect: reaches logger.info()
    return "ok"
