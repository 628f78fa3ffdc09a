"""The item of a tuple that a function returns which is the password; there may be no tuple."""

import logging

log = logging.getLogger(__name__)


def modem_key(config):
    return (config.get("modem_type", "dsl"), config.get("modem_password", ""))


def poll(config, collector):
    key = modem_key(config) if collector else None
    if key is not None:
        log.info("modem uses %s", key[1])  # expect: password
