import logging

log = logging.getLogger(__name__)


class Package:
    def ship(self):
        if self.auth_mode() == self.AUTH_USERPASS:
            log.info("mode: %s", self.AUTH_USERPASS)
