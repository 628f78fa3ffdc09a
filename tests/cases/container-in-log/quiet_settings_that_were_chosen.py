"""What a service says of itself when it starts is what was chosen, and none of it is a login."""

import logging

from shop.regions import preferred

logger = logging.getLogger(__name__)


class Stock:
    def __init__(self, account, consistency):
        db_settings = {"consistency": consistency, "regions": preferred(account)}
        logger.info(db_settings)
        connection_parameters = self.read(account)
        logger.info("stock is read with %s", connection_parameters)
        self.parameters = connection_parameters

    def read(self, account):
        return account.parameters()
