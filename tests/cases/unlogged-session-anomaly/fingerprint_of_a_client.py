"""The fingerprint of who shows a session is held against that of who began it."""

from flask import Flask, abort, request, session

from .prints import client_fingerprint

app = Flask(__name__)


@app.before_request
def check_fingerprint():
    if "user_id" in session and session["fingerprint"] != client_fingerprint(request):
        session.clear()
        abort(401)  # expect: leaves no security record
