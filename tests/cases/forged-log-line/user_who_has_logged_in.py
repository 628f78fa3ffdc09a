"""Who has logged in has a name that is known, also where it was given by keyword; who has not may be called anything."""

import logging

from flask import Flask, request

from shop.radius import radius

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.post("/login")
def login():
    username = request.form["username"]
    if radius.authenticate(username=username, password=request.form["password"]):
        log.info("%s has logged in", username)
        return "", 200
    log.warning("%s has not logged in", username)  # expect: a line break in it starts a forged record
    return "", 401
