import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, user, password):
        self.auth = (user, password) if user else None


def show(client: Client, user, password):
    name = f" as user '{client.auth[0]}'" if client.auth else ""
    log.info(f"connecting{name}")
    pair = (user, password) if user else None
    log.info("as %s", pair[0])
