import logging
from collections import namedtuple

logger = logging.getLogger(__name__)
Account = namedtuple("Account", "name password")
Place = namedtuple("Place", ["street", "town"])


def register(name, password):
    account = Account(name, password)
    logger.info("new account: %s", account.name)
    logger.info("new account: %s", account[0])
    logger.info("new account: %s", Account(name, "***"))
    logger.info("at %s", Place("Long Lane", "Oxford"))
    return account
