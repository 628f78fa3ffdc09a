import logging

logger = logging.getLogger(__name__)


class Credential:
    def __init__(self, user, password):
        self.user = user
        self.password = password

    def __repr__(self):
        return f"Credential({self.user!r}, ***)"


def use(credential: Credential):
    logger.info("using %r", credential)
    own = Credential("app", "from-the-vault")
    logger.info("using %s", own)
