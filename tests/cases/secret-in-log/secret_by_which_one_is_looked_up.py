import logging

log = logging.getLogger(__name__)


class Secrets:
    def get(self, secret):
        log.info("Asked for %s", secret)
        return self.secrets.get(secret)

    def take(self, secret):
        log.info("Asked for %s", secret)
        return self._secrets[secret]

    def keep(self, name, secret):
        log.info("Keeps %s", secret)  # expect: the secret reaches log.info()
        self._secrets[name] = secret

    def session(self, token):
        log.info("Session of %s", token)  # expect: the token reaches log.info()
        return self.sessions.get(token)
