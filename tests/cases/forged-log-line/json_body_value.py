import logging

from flask import Flask, request

app = Flask(__name__)


@app.post("/devices")
def device():
    body = request.get_json()
    app.logger.warning("unknown device " + body["serial"])  # expect:
    return "", 404
