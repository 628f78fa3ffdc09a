import logging

logger = logging.getLogger(__name__)


class Mailbox:
    def __init__(self, host, user, password):
        self.host = host
        self.user = user
        self.password = password
        logger.debug("mailbox %s", vars(self))  # expect: password

    def close(self):
        logger.debug("closing %s", self.__dict__)  # expect: password|attributes
