# file: app.py
import logging

from flask import Flask, abort, request

from logs import ClientFilter

logger = logging.getLogger(__name__)
logger.addFilter(ClientFilter())
app = Flask(__name__)


@app.post("/login")
def login():
    username = request.form["username"]
    if not check(username, request.form["password"]):
        logger.warning("login failed")
        abort(401)
    return "welcome"


def check(username, password): ...
# file: logs.py
import logging

from flask import request


class ClientFilter(logging.Filter):
    def filter(self, record):
        record.client = request.remote_addr
        return True
