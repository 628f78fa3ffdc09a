"""The name of a file that is taken where no setting says another is no secret."""

import logging

log = logging.getLogger(__name__)


class Shop:
    def __init__(self, config):
        self.config = config

    def start(self, user):
        log.info("reading %s for %s", self.config.get("flask_secret_file", ".flask_secret"), user)
        log.info("checking %s with %s", user, self.config.get("login", "client_secret"))  # expect: the secret reaches log.info()
