"""The same where nothing secret is read of what is kept."""

import logging

logger = logging.getLogger(__name__)


class Storage:
    def __init__(self, runner):
        self.runner = runner
        self.wanted = {}

    def load(self, data):
        logger.debug("loading %s", data)
        self.wanted = data

    def convert(self, password):
        if "layout" in self.wanted:
            self.guided(self.wanted["layout"], password)

    def guided(self, layout, password):
        return self.runner.encrypt(layout["name"], password=password)
