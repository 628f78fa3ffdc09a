import logging

from flask import Flask, abort, request
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    name = request.form["name"]
    details = {"account": name, "peer": request.remote_addr}
    if not check(name, request.form["password"]):
        logger.warning("login failed: %s", details)
        abort(401)
    logger.info(f"login of {name} from {request.remote_addr} successful")
    return "welcome"


@app.post("/password")
def change():
    current_user.set_password(request.form["new"])
    logger.info("password changed", extra={"user_id": current_user.id, "remote_addr": request.remote_addr})
    logger.info("cache reset")
    return "done"


def check(name, password): ...
