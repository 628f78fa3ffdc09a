import re

from flask import Flask, abort

app = Flask(__name__)


@app.route("/store/<key>", methods=["PUT"])
def put(key):
    if re.match("^[A-Za-z0-9_]+$", key) is None:
        abort(403)
    store(key)
    return "", 204
