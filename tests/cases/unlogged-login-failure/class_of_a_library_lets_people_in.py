"""A library for programs of any kind: who uses it calls these methods."""

from lockbox import hashing
from lockbox.errors import LockedOut
from lockbox.store import Store


class GateKeeper:
    def __init__(self, path):
        self.store = Store(path)
        self.inside = None

    def login(self, name, password):
        guest = self.store.guest(name)
        if guest is None or not hashing.verify_password(password, guest.kept):
            return False  # expect: failed login
        if guest.locked:
            raise LockedOut(name)
        self.inside = guest
        return True

    def logout(self):
        self.inside = None

    def change_password(self, name, old, new):
        guest = self.store.guest(name)
        if not hashing.verify_password(old, guest.kept):
            raise ValueError("the old one is another")  # expect: failed login
        self.store.keep(name, hashing.hash_password(new))
