"""Everything that an object knows, credentials among it that a function beside the class fills in."""

import logging

logger = logging.getLogger(__name__)


class Session:
    def __init__(self):
        self.host = None
        self.password = None

    def __str__(self):
        return "".join(f"{name}: {value}\n" for name, value in self.__dict__.items())


def connect(host, password):
    session = Session()
    session.host = host
    session.password = password
    return session


def tell(session: Session):
    logger.info("the session is %s", session)  # expect: password
