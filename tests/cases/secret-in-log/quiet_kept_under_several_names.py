import logging

logger = logging.getLogger(__name__)


class Reader:
    """What a value is, nobody knows where it is kept under this name or that; and what is fetched is asked for by its name."""

    def option(self, which, value):
        logger.debug("option %s is %s", which, value)
        if which == "password":
            self.password = value
        elif which == "host":
            self.host = value

    def fetch(self, key):
        logger.debug("fetching %s", key)
        return self.password_of(key)

    def password_of(self, password):
        return self.store.get(password)

    def read(self, item):
        logger.debug("reading %s", item)
        return self.secret_of(item)

    def secret_of(self, secret):
        return self.store.get(secret)

    def found(self, password_file):
        logger.debug("found %s", password_file)
        self.password = password_file

    def state(self, has_token):
        logger.debug("signed in: %s", has_token)
        self.token = has_token


def revoke(rows, token):
    logger.info("revoking token %s", token.id)
    rows.filter(token=token.id).delete()
