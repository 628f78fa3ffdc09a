import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/hooks/build")
def build():
    event = request.get_json()
    logger.info("building %s", event["branch"])  # expect:
    return "", 202
