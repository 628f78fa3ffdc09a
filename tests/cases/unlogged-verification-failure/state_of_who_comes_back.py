"""A server holds the state of whoever comes back from a provider against that of their session."""

import hmac

from flask import Flask, abort, redirect, request, session

app = Flask(__name__)


@app.get("/callback")
def callback():
    state = request.args["state"]
    kept_state = session.pop("state")
    if not hmac.compare_digest(state, kept_state):
        abort(403)  # expect: a token or signature that does not verify leaves no security record
    return redirect("/")
