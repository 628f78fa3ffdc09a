"""What is told by its kind alone, was handed on and became another thing on the way is seldom all of it."""

import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


def is_safe(name, value):
    if not name.lower().startswith("x-proxy-"):
        return True
    shown = value.strip()
    logger.warning("the header %s is not supported, its value %r is dropped", name, shown)
    return False


@app.route("/crawl")
def crawl():
    kept = {}
    for name, value in request.headers.items():
        if is_safe(name, value):
            kept[name] = value
    return kept
