import logging

logger = logging.getLogger(__name__)


class Incomplete(Exception):
    pass


class EnvironmentLogin:
    NAMES = {"access": "STORE_ACCESS", "secret_key": "STORE_SECRET_KEY"}

    def __init__(self, environ, mapping=None):
        self.environ = environ
        self.mapping = mapping or dict(self.NAMES)

    def load(self):
        secret = self.environ.get(self.mapping["secret_key"], "")
        if not secret:
            raise Incomplete("missing variable: %s" % self.mapping["secret_key"])
        return secret


def try_load(login):
    try:
        return login.load()
    except Incomplete as error:
        logger.debug("skipped: %s", error)
        return None
