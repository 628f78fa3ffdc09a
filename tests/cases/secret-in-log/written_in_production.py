import logging
import secrets

log = logging.getLogger(__name__)


class Mailer:
    def __init__(self, settings, production=False):
        self.settings = settings
        self.production = production

    def deliver(self, user):
        reset_token = secrets.token_urlsafe(16)
        if self.production:
            log.info("reset token of %s: %s", user, reset_token)  # expect: the token reaches log.info()
        if not self.settings.production_ready:
            log.info("reset token of %s: %s", user, reset_token)  # expect: the token reaches log.info()
