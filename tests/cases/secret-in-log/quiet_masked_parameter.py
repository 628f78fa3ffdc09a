import logging

logger = logging.getLogger("api")


def call(method, path, body, masked=True):
    shown = "(masked)" if masked else body
    logger.debug("%s %s %s", method, path, shown)
    return method, path, body


def login(user, password):
    return call("POST", "/login", f"{user}:{password}", masked=True)
