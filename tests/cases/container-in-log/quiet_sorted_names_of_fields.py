import logging

from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.post("/basket")
def add():
    payload = request.get_json()
    log.debug("fields of the body: %s", sorted(payload))
    log.debug("again: %s", list(payload))
    return "ok"
