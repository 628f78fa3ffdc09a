import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.before_request
def note():
    logger.info("agent %s, host %s", request.headers.get("User-Agent", "-"), request.host)
