"""Objects whose attributes are called like nothing secret, and keep one: all that they hold is written."""

import logging

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, base, token):
        self.base = base
        self.headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}

    def show(self):
        logger.debug("client: %s", self.__dict__)  # expect: every attribute of `Client` reaches logger.debug(): its text shows


class Connection:
    def __init__(self, user, password):
        self.how = {"user": user, "password": password}

    def show(self):
        logger.debug("connection: %s", vars(self))  # expect: every attribute of `Connection` reaches logger.debug(): its text shows the password
