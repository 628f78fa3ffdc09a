import logging

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
JOBS = {}
USERS = {}


def get_job(job_id):
    job = JOBS.get(job_id)
    if job is None:
        abort(404)
    return job


def check_job(job_id):
    if job_id not in JOBS:
        abort(404, "no such job")


def verify_password(username, password):
    return USERS.get(username) == password


@app.route("/jobs/<job_id>")
def show(job_id):
    job = get_job(job_id)
    logger.info("shown: %s", job_id)
    return jsonify(job)


@app.route("/jobs/<job_id>/stop", methods=["POST"])
def stop(job_id):
    check_job(job_id)
    logger.info("stopped: %s", job_id)
    return "stopped"


@app.route("/login", methods=["POST"])
def login():
    username = request.form["username"]
    if not verify_password(username, request.form["password"]):
        return "no", 401
    logger.info("logged in: %s", username)
    return "yes"


@app.route("/several", methods=["POST"])
def several():
    names = [name for name in request.json["names"] if name in JOBS]
    logger.info("several: %s", ", ".join(names))
    return "ok"
