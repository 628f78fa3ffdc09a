import logging

from flask import Flask, request

from shop.login import UnknownUser, check_login

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    try:
        check_login(request.form["email"], request.form["password"])
    except UnknownUser:
        logger.info("User %s is not registered.", request.form["email"])
        return {"login": False}, 400
    return {"login": True}
