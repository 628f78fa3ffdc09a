"""What a method keeps in its object, of which another one hands a part to whoever reads the password of it."""

import logging

logger = logging.getLogger(__name__)


class Storage:
    def __init__(self, runner):
        self.runner = runner
        self.wanted = {}

    def load(self, data):
        logger.debug("loading %s", data)  # expect: `data` reaches logger.debug(): its text shows the password
        self.wanted = data

    def convert(self):
        if "layout" in self.wanted:
            self.guided(self.wanted["layout"])

    def guided(self, layout):
        return self.runner.encrypt(layout["name"], password=layout.get("password"))
