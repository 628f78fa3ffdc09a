import logging
import os

log = logging.getLogger(__name__)


class Step:
    def __init__(self, title, detail):
        self.title, self.detail = title, detail

    def __enter__(self):
        log.info("begin %s: %s", self.title, self.detail)  # expect: password
        return self

    def __exit__(self, *error):
        log.info("end %s", self.title)


def sign_in(server, password):
    with Step("sign in", password):
        server.sign_in(password)


class Note:
    def __init__(self, title, detail):
        self.title, self.detail = title, detail

    def show(self):
        log.info("%s: %s", self.title, self.detail)


def notes(server):
    Note("server", server.name).show()
    Note("user", os.environ["DB_USER"]).show()
