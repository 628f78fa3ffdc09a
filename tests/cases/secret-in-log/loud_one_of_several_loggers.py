"""Loggers that a module or an object keeps in a mapping."""

import logging

LOGGERS = {"api": logging.getLogger("api"), "web": logging.getLogger("web")}


class Hub:
    def __init__(self, names):
        self.loggers = {name: logging.getLogger(name) for name in names}

    def sign_in(self, user, password):
        LOGGERS["api"].info("%s signs in by %s", user, password)  # expect: the password reaches
        self.loggers[user].debug("signs in by %s", password)  # expect: the password reaches
