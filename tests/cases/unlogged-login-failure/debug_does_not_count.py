import logging

from flask import Flask, abort, request

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    user = find(request.form["name"])
    log.info("login attempt of %s", user.id)
    if not user.check_password(request.form["password"]):
        log.debug("wrong password")
        print("wrong password of", user.id)
        abort(401)  # expect: failed login
    return "welcome"


def find(name): ...
