"""The same where the function leaves the secret out, or is given a mask, a switch or a number."""

import logging

logger = logging.getLogger(__name__)
HIDDEN = ("password", "api_key")


def put(store, name, value):
    shown = "***" if name in HIDDEN else value
    logger.info("setting %s to %s", name, shown)
    store[name] = value


def changed(store, name, value):
    if name in HIDDEN:
        value = "***"
    logger.info("%s is now %s", name, value)


def told(name, value):
    logger.info("%s: %s", name, value)


def start(store, form):
    put(store, "password", form.second)
    changed(store, "api_key", form.third)
    told("password", "***")
    told("password", True)
    told("password_length", len(form.second))
    told("host", form.first)
