import logging

LOG = logging.getLogger(__name__)


class Connector:
    def connect_volume(self, connection_properties):
        LOG.debug("Connection properties %s", connection_properties)  # expect: connection_properties|password|propert
        self.login(connection_properties["auth_username"], connection_properties["auth_password"])

    def login(self, user, password):
        return user, password
