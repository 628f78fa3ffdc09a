import logging

log = logging.getLogger(__name__)


class Printer:
    def __init__(self, config, access):
        self._config = config
        self._access = access
        log.info("pages go out with %s", config)

    def open(self):
        return login(self._config["host"], self._access["password"])
