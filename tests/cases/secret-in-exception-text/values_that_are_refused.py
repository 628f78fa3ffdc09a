import logging

logger = logging.getLogger(__name__)


class Host:
    def __init__(self, password=None):
        self.password = password
        self.check()

    def check(self):
        if len(self.password) < 12:
            raise ValueError("Password %s is too short a string" % (self.password,))  # expect: the password stands in the text


def connect(password):
    try:
        return Host(password)
    except Exception as error:
        logger.error("no connection: %s", error)
        raise
