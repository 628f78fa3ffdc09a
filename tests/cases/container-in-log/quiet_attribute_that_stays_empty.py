"""Everything that an object knows, of which what is called credentials is never filled."""

import logging

logger = logging.getLogger(__name__)


class ServerInfo:
    def __init__(self):
        self.domain = None
        self.computer = None
        self.credentials = None

    @classmethod
    def read(cls, challenge):
        info = cls()
        info.domain = challenge["domain"]
        info.computer = challenge["computer"]
        return info

    def __str__(self):
        return "".join(f"{name}: {value}\n" for name, value in self.__dict__.items())


def tell(challenge):
    logger.info("the server is %s", ServerInfo.read(challenge))
