# file: sessions.py
def same_session(stored, request):
    if stored.fingerprint != request.headers.get("X-Fingerprint"):
        return False
    return True
# file: web.py
import logging

from flask import Flask, abort, g, request

from sessions import same_session

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.before_request
def check():
    if not same_session(g.stored, request):
        logger.warning("session of another client from %s", request.remote_addr)
        abort(401)
