import logging
import os

logger = logging.getLogger(__name__)
ALL_FOUR = ("cert", "privkey", "chain", "fullchain")


class Lineage:
    def __init__(self, **paths):
        self.paths = paths

    def __getitem__(self, kind):
        return self.paths[kind]

    def consistent(self):
        for kind in ALL_FOUR:
            if not os.path.islink(self[kind]):
                logger.debug("%s for %s is no link", self[kind], kind)
                return False
        return True
