import logging

from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.post("/login")
def login():
    payload = request.get_json()
    log.debug("the login: %s", sorted(payload.items()))  # expect: body
    return "ok"
