import json
import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


def returning(store, cookie):
    cookie = json.loads(cookie)
    username: str = cookie[0]
    password: str = cookie[1]
    logger.info("returning user %r", username)
    return store.find(username, password)


@app.route("/")
def index():
    return returning(app.store, request.headers.get("Authorization"))
