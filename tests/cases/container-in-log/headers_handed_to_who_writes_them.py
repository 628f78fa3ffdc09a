"""Handed on as they are, headers are what they were; and so is a secret that is known, whatever became of what holds it."""

import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


def trace(what, seen):
    logger.info("%s: %s", what, seen)  # expect: the request's headers


@app.route("/crawl")
def crawl():
    trace("crawl", request.headers)
    return {}


def queue(event):
    entry = {"event": event}
    logger.debug("queued %s", entry)  # expect: shows the password


@app.route("/register")
def register():
    fields = {"name": request.form["name"], "password": request.form["password"]}
    queue(fields)
    return {}
