import logging


class Connection:
    logger = logging.getLogger("connection")

    def __init__(self, host, password):
        self._host = host
        self._material = password

    def reconnect(self):
        self.logger.info("reconnecting to %s", self._host)
        self.logger.debug("reconnecting with %s", self._material)  # expect: password
