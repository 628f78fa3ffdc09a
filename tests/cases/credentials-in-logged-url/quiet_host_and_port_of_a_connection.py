"""An address that is put together of a host and a port has no login, wherever it is kept."""

import logging

logger = logging.getLogger(__name__)


class StoreConnection:
    def __init__(self, client, settings, local):
        if local:
            host, port = "localhost", 2881
        else:
            host = settings.get("host", "localhost")
            port = settings.get("port", 2881)
        self.username, self.password = settings.get("user"), settings.get("password")
        self.uri = f"{host}:{port}"
        self.client = client(uri=self.uri, user=self.username, password=self.password)

    def check(self):
        version = self.client.ask("select version()")
        logger.info("%s has version %s", self.uri, version)
        if not version:
            raise ConnectionError(f"no version of {self.uri}")
