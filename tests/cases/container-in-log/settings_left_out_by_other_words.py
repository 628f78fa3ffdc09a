import logging

from flask import Flask

app = Flask(__name__)
log = logging.getLogger(__name__)


def show():
    for key, value in app.config.items():
        if any(word in key for word in ("JSONIFY", "EXPLAIN")):
            continue
        log.debug("%s: %s", key, value)  # expect: the application's settings


def show_those():
    for key, value in app.config.items():
        if any(key in word for word in ("PASSWORDS", "TOKENS")):
            continue
        log.debug("%s: %s", key, value)  # expect: the application's settings
