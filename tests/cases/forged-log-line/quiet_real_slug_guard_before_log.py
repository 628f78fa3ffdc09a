import logging
import re

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


def is_slug(text):
    return re.fullmatch(r"[a-z0-9][a-z0-9-]{0,40}", text) is not None


@app.post("/servers/start")
def start():
    name = request.form["name"]
    if not is_slug(name):
        abort(400)
    logger.info("starting %s", name)
    return {"name": name}
