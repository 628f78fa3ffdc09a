import logging

logger = logging.getLogger(__name__)


class Session:
    def __init__(self, host, token):
        self.host = host
        self.token = token

    def __str__(self):
        return self.host

    def __repr__(self):
        return f"<Session {self.host} {self.token!r}>"


class Ticket:
    def __init__(self, host, token):
        self.host = host
        self.token = token

    def __str__(self):
        return f"{self.host}/{self.token}"

    def __repr__(self):
        return f"<Ticket {self.host}>"


def start(host, token):
    session = Session(host, token)
    logger.info("starting %s", session)
    logger.info(f"starting {session}")
    logger.info("starting %r", session)  # expect: token
    logger.info(f"starting {session!r}")  # expect: token
    logger.info("starting %s", [session])  # expect: token
    logger.info("starting %s", repr(session))  # expect: token


def show(host, token):
    ticket = Ticket(host, token)
    logger.info("showing %s", ticket)  # expect: token
    logger.info(f"showing {ticket}")  # expect: token
    logger.info("showing %r", ticket)
    logger.info(f"showing {ticket!r}")
    logger.info("showing %s", [ticket])
