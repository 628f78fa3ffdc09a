"""What the classes below give holds no secret, or the method gives something of its own."""

import logging

log = logging.getLogger(__name__)


class Forge:
    def address_to_clone(self, place):
        return ""

    def address_to_show(self, place):
        return "https://" + place

    def clone(self, place, folder):
        target = self.address_to_clone(place)
        fetch(target, folder)
        log.info("cloned %s, %s", target, self.address_to_show(place))


class Hub(Forge):
    def __init__(self, access_token):
        self.access_token = access_token

    def address_to_clone(self, place):
        return f"https://{place}"
