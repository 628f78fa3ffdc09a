import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/hooks/build")
def build():
    event = request.get_json()
    if "commits" not in event:
        logger.warning("no commits in an event of %d fields", len(event))
        return "", 400
    names = [commit["id"] for commit in event["commits"]]
    logger.info("building %s", names)
    return "", 202
