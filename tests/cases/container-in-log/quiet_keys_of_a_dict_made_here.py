"""Who joins a dict, or walks over one that a property gives, gets its keys: the names, not what stands under them."""

import logging

logger = logging.getLogger(__name__)


def announce(name, password):
    accounts = {name: password}
    accounts["replica"] = password
    logger.info("accounts: %s", ", ".join(accounts))
    logger.info("in order: %s", sorted(accounts))


class Connections:
    def __init__(self, rows):
        self._rows = rows

    @property
    def by_name(self):
        known = {}
        for row in self._rows:
            known[row["name"]] = {"host": row["host"], "login": row["user"] + ":" + row["password"], "proxy": row["proxy_url"]}
        return known

    def first(self):
        return list(self.by_name)[0]

    def tell(self):
        logger.info("first is %s", self.first())
        for name in self.by_name:
            logger.info("known: %s", name)
