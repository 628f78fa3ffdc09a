import logging

log = logging.getLogger(__name__)


class Store:
    def __init__(self, location):
        self.location = location


class Shelf(Store):
    def __init__(self, settings):
        super().__init__({"path": settings.path, "password": settings.password})


class Box(Shelf):
    def __init__(self, number):
        self.number = number
        super().__init__(number)

    def take(self, item):
        log.info("Took %s from %s", item, self.location)  # expect: shows the password
