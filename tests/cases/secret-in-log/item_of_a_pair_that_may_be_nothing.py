import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, user, password):
        self.auth = (user, password) if user else None

    def connect(self):
        log.info("as %s", self.auth[0])
        log.info("with %s", self.auth[1])  # expect: the password reaches log.info()
        log.info("with %s", self.auth)  # expect: the password reaches log.info()


def show(client: Client, user, password):
    log.info(f"as user {client.auth[0]}" if client.auth else "as nobody")
    pair = (user, password) if user else None
    log.info("with %s", pair[1])  # expect: the password reaches log.info()
