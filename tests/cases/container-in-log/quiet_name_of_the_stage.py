import logging

logger = logging.getLogger(__name__)


class Tracker:
    def options(self):
        options = {}
        options["environment"] = self.stage
        options["release"] = self.version
        return options

    def launch(self):
        options = self.options()
        logger.debug("arguments: %s", options)
