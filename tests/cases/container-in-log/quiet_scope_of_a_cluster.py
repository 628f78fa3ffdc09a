import logging

logger = logging.getLogger(__name__)


class Server:
    def __init__(self, config):
        self.scope = config["scope"]

    def promoted(self, command):
        logger.info("callback %s of %s", command, self.scope)
