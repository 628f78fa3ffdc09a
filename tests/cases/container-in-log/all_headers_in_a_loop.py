import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


def show(call):
    for key, value in call["headers"].items():
        if "content-length" not in key.lower():
            logger.info("%s: %s", key, value)  # expect: headers


@app.get("/basket")
def basket():
    for key, value in request.headers.items():
        if key.lower() != "authorization":
            logger.info("%s: %r", key, value)  # expect: the request's headers
    return "ok"
