import logging

from flask import Flask

app = Flask(__name__)
log = logging.getLogger(__name__)
HIDDEN = ("PASSWORD", "TOKEN", "SECRET", "DATABASE_URL")


def show_by_key():
    for key in app.config.keys():
        if any([word in key for word in HIDDEN]):
            continue
        log.debug("%s: %s", key, app.config[key])


def show_pairs():
    for key, value in app.config.items():
        if any(word in key.lower() for word in ("password", "secret", "token")):
            continue
        log.debug("%s: %s", key, value)


def show_only_others():
    for key, value in app.config.items():
        if not any(word in key.upper() for word in HIDDEN):
            log.debug("%s: %s", key, value)
