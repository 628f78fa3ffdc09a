import logging

from flask import Flask, request

from shop.models import User, db

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/register")
def register():
    user = User(email=request.form["email"])
    if user.email == app.config["FIRST_ADMIN"]:
        user.is_superuser = True
    db.session.add(user)
    db.session.commit()
    log.info("user_created user=%r source=%s", user.email, request.remote_addr)
    return "", 201


def unused(): ...
