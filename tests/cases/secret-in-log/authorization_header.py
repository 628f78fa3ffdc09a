import logging

from flask import Flask, abort, request

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.before_request
def check():
    sent = request.headers.get("Authorization", "")
    if not sent.startswith("Bearer "):
        log.warning("refused: %r", sent)  # expect: authorization
        abort(401)
