"""An object shows its password however many functions it is handed to."""

import logging
from collections import namedtuple

logger = logging.getLogger(__name__)

Injected = namedtuple("Injected", ["files", "admin_password"])


class Driver:
    def spawn(self, instance, files, admin_password):
        self._create(instance, Injected(files=files, admin_password=admin_password))

    def _create(self, instance, injected=None):
        self._root(instance, injected)

    def _root(self, instance, injected):
        if injected is not None:
            self._inject(instance, injected)

    def _inject(self, instance, injected):
        logger.debug("injecting %s", str(injected))  # expect: `Injected` reaches logger.debug(): its text shows the password
