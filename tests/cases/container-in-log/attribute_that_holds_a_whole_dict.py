import logging

log = logging.getLogger(__name__)


class Span:
    def __init__(self, name, fields):
        self.name = name
        self.fields = fields

    def finish(self):
        log.debug("span %s %s", self.name, self.fields)  # expect: its text shows the password


def sign_in(user, password):
    Span("sign in", {"user": user, "password": password}).finish()


class Quiet:
    def __init__(self, name, fields):
        self.name = name
        self.fields = {key: "***" for key in fields}

    def finish(self):
        log.debug("span %s %s", self.name, self.fields)


def sign_in_quietly(user, password):
    Quiet("sign in", {"user": user, "password": password}).finish()
