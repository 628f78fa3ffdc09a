"""Connection properties are what somebody connects with, and no labels; a password among them goes through two functions."""

import logging
import subprocess

LOG = logging.getLogger(__name__)


class Initiator:
    def _admin(self, connection_properties, command):
        subprocess.check_call(["iscsiadm", "-T", connection_properties["target"], *command])
        LOG.debug("iscsiadm %(command)s", {"command": command})  # expect: the password reaches LOG.debug()

    def _update(self, connection_properties, name, value):
        self._admin(connection_properties, ("--op", "update", "-n", name, "-v", value))

    def connect(self, connection_properties):
        self._admin(connection_properties, ("--op", "new"))
        self._update(connection_properties, "node.session.auth.username", connection_properties["auth_username"])
        self._update(connection_properties, "node.session.auth.password", connection_properties["auth_password"])
        self.told(connection_properties)

    def told(self, connection_properties):
        LOG.info("with %s", connection_properties["auth_password"])  # expect: the password reaches LOG.info()
