"""What stands under the keys of a dict is written with it, and by who walks over its values."""

import logging

logger = logging.getLogger(__name__)


class Connections:
    def __init__(self, rows):
        self._rows = rows

    @property
    def by_name(self):
        known = {}
        for row in self._rows:
            known[row["name"]] = row["password"]
        return known

    def tell(self):
        logger.info("known: %s", self.by_name)  # expect: `known` reaches
