"""Who asks what a setting is called before it is written leaves the password out."""

import logging

logger = logging.getLogger(__name__)


def show(settings, store):
    for name in settings:
        if name == "password":
            continue
        logger.debug("%s = %s", name, settings[name])
    return store.connect(settings["password"])


def masked(settings, store, hidden):
    for name in settings:
        logger.debug("%s = %s", name, "***" if name in hidden else settings[name])
    return store.connect(settings["password"])


def chosen(settings, store):
    for name in ("host", "port"):
        logger.debug("%s = %s", name, settings[name])
    return store.connect(settings["password"])


def names(settings, store):
    for name in settings:
        logger.debug("given: %s", name)
    return store.connect(settings["password"])
