import logging

log = logging.getLogger(__name__)


class Package:
    def ship(self, given):
        if given == self.ADMIN_PASSWORD:
            log.info("as %s", self.ADMIN_PASSWORD)  # expect: the password
