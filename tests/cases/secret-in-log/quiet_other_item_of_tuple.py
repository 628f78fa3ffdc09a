"""One item of a tuple that a function returns, another one of which is the password; there may be none."""

import logging

log = logging.getLogger(__name__)


def modem_key(config):
    return (config.get("modem_type", "dsl"), config.get("modem_url", ""), config.get("modem_password", ""))


def poll(config, collector, stop):
    key = modem_key(config) if collector and collector.name == "modem" else None
    while not stop.is_set():
        if key is not None and collector:
            new = modem_key(config)
            if new != key:
                log.info("modem changed from %s to %s", key[0], new[0])
