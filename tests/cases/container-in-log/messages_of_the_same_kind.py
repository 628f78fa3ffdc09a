"""Before the branches, in the branch itself and behind them a message is one that has the secret."""

import logging

logger = logging.getLogger(__name__)


class Gateway:
    def __init__(self, socket):
        self.socket = socket
        self.secret = b""

    def received(self, message):
        data = message.get("d", {})
        logger.debug("received %s", data)  # expect: shows the secret key
        if message["op"] == 4:
            self.secret = bytes(data["secret_key"])
            self.socket.ready()

    def keys(self, message):
        data = message.get("d", {})
        if message["op"] == 4:
            logger.debug("keys: %s", data)  # expect: shows the secret key
            self.secret = bytes(data["secret_key"])
            self.socket.ready()
        else:
            self.socket.close()

    def both(self, message):
        data = message.get("d", {})
        if message["op"] == 4:
            self.socket.ready()
        else:
            logger.debug("other: %s", data)  # expect: shows the secret key
        self.secret = bytes(data["secret_key"])


def submit(client, password, dry_run):
    payload = {"name": "backup", "password": password}
    if dry_run:
        logger.info("would send %s", payload)  # expect: shows the password
    else:
        client.send(payload)
