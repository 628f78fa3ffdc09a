"""The second argument of a configuration's ``get()`` is the option, and the first one its section."""

import logging

logger = logging.getLogger(__name__)


def start(conf):
    logger.info("the key is %s", conf.get("core", "fernet_key"))  # expect: secret key
