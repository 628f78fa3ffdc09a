"""What is vague stays so on a long way: a body, a token of some kind, and an object that shows nothing."""

import logging
from collections import namedtuple

logger = logging.getLogger(__name__)

Placed = namedtuple("Placed", ["files", "token"])


class Hidden:
    def __init__(self, files, password):
        self.files = files
        self.password = password


class Driver:
    def spawn(self, instance, files, password, token):
        self._create(instance, Hidden(files, password), Placed(files, token))

    def _create(self, instance, hidden, placed):
        self._root(instance, hidden, placed)

    def _root(self, instance, hidden, placed):
        self._inject(instance, hidden, placed)

    def _inject(self, instance, hidden, placed):
        logger.debug("checking what is hidden: %s", hidden)
        logger.debug("checking what is placed: %s", placed)
