import logging

from vault import get_password

log = logging.getLogger(__name__)


class Held:
    def __init__(self, value, owner):
        self.first = value
        self.owner = owner

    @classmethod
    def fetched(cls, owner):
        return cls(get_password(), owner)

    @property
    def shown(self):
        return f"<{self.first}>"

    def given(self):
        return self.first

    def with_first(self, value):
        self.first = value
        return self


class Told:
    def __init__(self, text):
        self.inner = text

    def __str__(self):
        return "told: " + self.inner


class Counted:
    def __init__(self, text):
        self.inner = text

    def __str__(self):
        return f"{len(self.inner)} characters"


def use(owner):
    held = Held(get_password(), owner)
    log.info("%s", held.first)  # expect: password
    log.info("%s", held.shown)  # expect: password
    log.info("%s", held.given())  # expect: password
    log.info("%s", held.owner)
    log.info("%s", Held.fetched(owner).first)  # expect: password
    log.info("%s", Held.fetched(owner).owner)
    log.info("%s", Held(owner, owner).with_first(get_password()).first)  # expect: password
    log.info("%s", Held(owner, owner).first)
    log.info("%s", Told(get_password()))  # expect: password
    log.info("%s", Told(owner))
    log.info("%s", Counted(get_password()))
