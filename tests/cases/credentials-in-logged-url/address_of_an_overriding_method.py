"""A method that only stands for those of the classes below gives what these give."""

import logging

log = logging.getLogger(__name__)


class Forge:
    def address_to_clone(self, place):
        log.warning("not implemented")
        return ""

    def clone(self, place, folder):
        target = self.address_to_clone(place)
        try:
            fetch(target, folder)
        except OSError:
            log.error("cannot clone %s", target)  # expect: token


class Hub(Forge):
    def address_to_clone(self, place):
        return f"https://x:{self.access_token}@{place}"
