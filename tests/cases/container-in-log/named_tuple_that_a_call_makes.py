import logging
from collections import namedtuple

logger = logging.getLogger(__name__)
Credentials = namedtuple("Credentials", ["access_key", "secret_key"])
Account = namedtuple("Account", "name, password")


def load(section):
    found = Credentials(section["id"], section["secret_key"])
    logger.debug("found %s", found)  # expect: shows the
    return found


def register(name, password):
    logger.info("new account: %r", Account(name, password=password))  # expect: its text shows the password
