import logging
import secrets

log = logging.getLogger(__name__)


class Mailer:
    def __init__(self, settings, production=False):
        self.settings = settings
        self.production = production

    def deliver(self, user, hook=None):
        reset_token = secrets.token_urlsafe(16)
        if hook:
            hook(user, reset_token)
        elif not self.production:
            log.info("reset token of %s: %s", user, reset_token)
        if not self.settings.PRODUCTION:
            log.info("reset token of %s: %s", user, reset_token)
