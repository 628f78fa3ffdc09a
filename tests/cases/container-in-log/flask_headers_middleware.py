import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.before_request
def trace():
    logger.debug("headers: %s", dict(request.headers))  # expect: headers
