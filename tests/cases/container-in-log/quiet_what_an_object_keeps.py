"""Objects that keep nothing of what they were given that is secret."""

import logging

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, base, token):
        self.base = base
        self.headers = {"Accept": "application/json"}
        self.signed_in = bool(token)

    def show(self):
        logger.debug("client: %s", self.__dict__)


class Connection:
    def __init__(self, user, password):
        self.how = {"user": user, "password": "***"}
        self.length = len(password)

    def show(self):
        logger.debug("connection: %s", vars(self))
